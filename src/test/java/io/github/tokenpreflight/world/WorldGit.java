package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import java.util.Optional;

/// The Git door of the stand-in.
final class WorldGit {
  private final World world;
  private final Powers powers;

  WorldGit(World world, Powers powers) {
    this.world = world;
    this.powers = powers;
  }

  Reply answer(String path, String query) {
    String[] parts = path.split("/", -1);
    String name = parts[2].substring(0, parts[2].length() - ".git".length());
    boolean push = query.equals("service=git-receive-pack");
    Optional<Repository> repository = world.repository(parts[1], name);
    if (repository.isEmpty() || !repository.get().isPublic() && !powers.within(repository.get())) {
      return Reply.gitRefused(404, "Repository not found.");
    }
    return answer(repository.get(), push);
  }

  private Reply answer(Repository repository, boolean push) {
    Optional<World.Policy> policy =
        powers.barred(repository.owner(), repository.isPublic() && !push);
    if (policy.isPresent()) {
      Reply refusal = Refusals.of(policy.get(), repository.owner());
      return Reply.gitRefused(
          403,
          policy.get() == World.Policy.SAML
              ? "The '"
                  + repository.owner()
                  + "' organization has enabled or enforced SAML SSO. To access this repository,"
                  + " you must re-authorize, visit https://github.com/settings/tokens"
              : refusal.message());
    }
    if (push ? mayPush(repository) : mayPull(repository)) {
      return push && repository.is(Trait.ARCHIVED)
          ? Reply.gitRefused(403, "This repository was archived so it is read-only.")
          : advertisement(push ? "git-receive-pack" : "git-upload-pack", repository);
    }
    boolean role = powers.hasRole(repository, push ? Role.PUSH : Role.PULL);
    return Reply.gitRefused(
        403,
        role
            ? "Write access to repository not granted."
            : "Permission to " + repository.fullName() + ".git denied to " + World.LOGIN + ".");
  }

  boolean mayPull(Repository repository) {
    return powers.sees(repository)
        && (repository.isPublic()
            || powers.scoped()
            || powers.granted("contents", Level.READ, repository));
  }

  /// Archiving apart.
  boolean mayPush(Repository repository) {
    boolean token =
        powers.scoped()
            ? powers.covers(repository.isPublic() ? "public_repo" : "repo", repository.isPublic())
            : powers.granted("contents", Level.WRITE, repository);
    return powers.barred(repository.owner(), false).isEmpty()
        && powers.sees(repository)
        && token
        && powers.hasRole(repository, Role.PUSH);
  }

  private static Reply advertisement(String service, Repository repository) {
    String reference =
        repository.is(Trait.EMPTY)
            ? "0".repeat(40) + " capabilities^{}\0report-status\n"
            : "95dcfa3633004da0049d3d0fa03f80589cbcaf31 refs/heads/main\0report-status\n";
    String start = packet("# service=" + service + "\n") + "0000";
    return Reply.git(service, start + packet(reference) + "0000");
  }

  private static String packet(String line) {
    return "%04x".formatted(line.length() + 4) + line;
  }
}
