package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.workflow.Permissions;
import io.github.tokenpreflight.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The least `permissions:` block of each job, for its own token.
final class JobBlocks {
  private JobBlocks() {}

  static List<String> lines(List<JobDemands> jobs) {
    List<String> lines = new ArrayList<>();
    for (JobDemands job : jobs) {
      List<Demand> own =
          job.demands().stream()
              .filter(one -> one.credential() instanceof Credential.JobToken)
              .toList();
      if (!own.isEmpty()) {
        lines.addAll(lines(job, own));
      }
    }
    return lines;
  }

  private static List<String> lines(JobDemands job, List<Demand> own) {
    Map<String, Level> least = new TreeMap<>();
    Set<String> open = new LinkedHashSet<>();
    for (Demand demand : own) {
      Optional<Map<String, Level>> granted = JobGrants.of(demand.needs());
      if (demand.certainty() == Certainty.NONE || granted.isEmpty() || !demand.isCurrent()) {
        open.add(Draft.link(demand) + " " + demand.what());
      } else {
        granted.get().forEach((key, level) -> least.merge(key, level, JobGrants::higher));
      }
    }
    String block = least.isEmpty() ? "{}" : "{ " + Telling.levels(least) + " }";
    List<String> lines = new ArrayList<>();
    lines.add(job.workflow().file().path() + ", job `" + job.job().id() + "`" + now(job, least));
    lines.add("  permissions: " + block);
    if (!open.isEmpty()) {
      lines.add("  not counted, as it cannot be told or done: " + String.join(", ", open));
    }
    return lines;
  }

  /// How the block that stands there now differs.
  private static String now(JobDemands job, Map<String, Level> least) {
    Workflow workflow = job.workflow();
    Optional<Permissions> now =
        job.job().setting().permissions().or(() -> workflow.setting().permissions());
    if (now.isEmpty()) {
      return ", which has no such block";
    }
    List<String> lacks =
        least.entrySet().stream()
            .filter(need -> !level(now.get(), need.getKey()).includes(need.getValue()))
            .map(need -> need.getKey() + ": " + need.getValue().wireName())
            .toList();
    return lacks.isEmpty() ? "" : ", which lacks " + String.join(", ", lacks);
  }

  private static Level level(Permissions now, String key) {
    return Level.parse(now.level(key)).orElse(Level.NONE);
  }
}
