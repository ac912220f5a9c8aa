package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.TokenRequirements;
import java.util.List;
import java.util.Optional;

/// Where the requirements of a token apply: what is declared, or else the repository of the job and
/// its owner.
public record Places(List<RepositoryName> repositories, List<String> organizations) {
  public Places {
    repositories = List.copyOf(repositories);
    organizations = List.copyOf(organizations);
  }

  public static Places of(TokenRequirements requirements, Setting setting) {
    List<RepositoryName> repositories =
        requirements.access().repositories().stream()
            .map(requirement -> requirement.repository().value())
            .toList();
    List<String> organizations =
        requirements.access().organizations().stream()
            .map(requirement -> requirement.organization().value())
            .toList();
    Optional<RepositoryName> current = setting.repository();
    return new Places(
        repositories.isEmpty() ? current.stream().toList() : repositories,
        organizations.isEmpty()
            ? current.map(RepositoryName::owner).stream().toList()
            : organizations);
  }

  /// Every place where a permission is wanted; none when nothing says where.
  public List<Target> of(PermissionRequirement requirement) {
    List<RepositoryName> on = requirement.on().stream().map(Declared::value).toList();
    return of(requirement.permission().value().target(), on.isEmpty() ? repositories : on);
  }

  private List<Target> of(Permission.Target target, List<RepositoryName> on) {
    return switch (target) {
      case REPOSITORY -> on.stream().<Target>map(Target.Repository::new).toList();
      case ORGANIZATION -> organizations.stream().<Target>map(Target.Organization::new).toList();
      case USER -> List.of(new Target.User());
      case ENTERPRISE -> List.of();
    };
  }
}
