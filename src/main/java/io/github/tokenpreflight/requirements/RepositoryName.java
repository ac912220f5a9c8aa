package io.github.tokenpreflight.requirements;

import java.util.Optional;
import java.util.regex.Pattern;

/// `owner/name` of a repository. GitHub compares both without regard to case.
public record RepositoryName(String owner, String name) {
  private static final Pattern OWNER = Pattern.compile(OrganizationsReader.FORM);
  private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

  public RepositoryName {
    if (!isOwner(owner) || !isName(name)) {
      throw new IllegalArgumentException("no repository: " + owner + "/" + name);
    }
  }

  /// Whether a text can be the login of a user or an organization.
  static boolean isOwner(String text) {
    return OWNER.matcher(text).matches();
  }

  /// Whether a text can be the name of a repository, which is never of one or two dots alone.
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// Reads `owner/name`; absent for anything else, such as a URL or a name of only dots.
  public static Optional<RepositoryName> parse(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 2 && isOwner(parts[0]) && isName(parts[1])
        ? Optional.of(new RepositoryName(parts[0], parts[1]))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
