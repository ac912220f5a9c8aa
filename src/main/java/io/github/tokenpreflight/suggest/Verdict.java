package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether a secret is needed at all: by what the token of the job and that of an app could do in
/// its place.
final class Verdict {
  private Verdict() {}

  static List<String> of(List<Demand> demands) {
    Map<String, Level> job = new TreeMap<>();
    for (Demand demand : demands) {
      Optional<String> obstacle = obstacle(demand);
      if (obstacle.isPresent()) {
        return beyond(demands, obstacle.get());
      }
      JobGrants.of(demand.needs())
          .orElseThrow()
          .forEach((key, level) -> job.merge(key, level, JobGrants::higher));
    }
    return List.of(
        "needed? GITHUB_TOKEN would do, with `permissions: { " + Telling.levels(job) + " }`,",
        "unless what it pushes, opens or releases must start other workflows, or rules let only this user by");
  }

  private static Optional<String> obstacle(Demand demand) {
    String at = Draft.link(demand) + " " + demand.what();
    if (demand.certainty() == Certainty.NONE) {
      return Optional.of("cannot tell: not known what " + at + " needs");
    }
    if (!demand.isCurrent()) {
      return Optional.of("GITHUB_TOKEN cannot reach the other repository of " + at);
    }
    if (demand.isBeyondJob()) {
      return Optional.of("GITHUB_TOKEN is not enough for " + at);
    }
    return JobGrants.of(demand.needs()).isPresent()
        ? Optional.empty()
        : Optional.of("no `permissions:` block gives GITHUB_TOKEN what " + at + " needs");
  }

  private static List<String> beyond(List<Demand> demands, String obstacle) {
    List<String> lines = new ArrayList<>();
    lines.add("needed? " + obstacle);
    if (demands.stream().allMatch(Verdict::isForApps)) {
      lines.add("a GitHub App would do as well: its tokens last an hour and belong to no person");
    }
    return lines;
  }

  private static boolean isForApps(Demand demand) {
    return demand.certainty() != Certainty.NONE
        && !(demand.needs().ofToken().isEmpty() && demand.needs().calls().isEmpty())
        && demand.needs().ofToken().keySet().stream()
            .allMatch(
                name -> Permissions.standard().find(name).filter(Permission::appHasIt).isPresent());
  }
}
