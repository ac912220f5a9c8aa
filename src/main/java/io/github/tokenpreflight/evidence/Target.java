package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.requirements.RepositoryName;

/// Where a power is wanted.
public sealed interface Target {
  /// A repository.
  record Repository(RepositoryName name) implements Target {
    @Override
    public String words() {
      return name.toString();
    }
  }

  /// An organization.
  record Organization(String login) implements Target {
    @Override
    public String words() {
      return login;
    }
  }

  /// The user behind the token.
  record User() implements Target {
    @Override
    public String words() {
      return "the user";
    }
  }

  /// Whether the place names where a permission is held: a repository also names its owner.
  default boolean leadsTo(Permission permission) {
    return switch (permission.target()) {
      case REPOSITORY -> this instanceof Repository;
      case ORGANIZATION -> !(this instanceof User);
      case USER -> true;
      case ENTERPRISE -> false;
    };
  }

  /// How it is called in a report.
  String words();

  /// The path of a template with everything filled in.
  default String path(String template) {
    return switch (this) {
      case Repository(var name) ->
          template
              .replace("{owner}", name.owner())
              .replace("{repo}", name.name())
              .replace("{org}", name.owner())
              .replace("{ref}", "HEAD");
      case Organization(var login) -> template.replace("{org}", login);
      case User() -> template;
    };
  }
}
