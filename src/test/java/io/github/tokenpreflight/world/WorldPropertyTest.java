package io.github.tokenpreflight.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.evidence.Evidence;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Requirements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whatever the world, the token and the requirement: never green where the world says no, never
/// red where it says yes.
///
/// `-Dworld.runs=N` for more worlds, `-Dworld.seed=N` to see one run again.
final class WorldPropertyTest {
  private static final int LEAST = 2_000;
  private static final List<Reply> REFUSALS =
      List.of(
          Reply.notFound(),
          Reply.refused(403, "Permission to acme/site.git denied to robot."),
          Reply.refused(403, "Resource not accessible by personal access token"),
          Refusals.of(World.Policy.SAML, "acme"));

  private final Map<String, Map<Verdict, Integer>> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void neverGreenWithoutProofAndNeverRedWithoutProof() {
    int runs = Math.max(LEAST, Integer.getInteger("world.runs", LEAST));
    long seed = Long.getLong("world.seed", System.nanoTime());
    System.out.println("worlds: " + runs + ", -Dworld.seed=" + seed);

    for (int run = 0; run < runs; run++) {
      judge(seed + run);
    }

    System.out.println(table());
    assertTrue(
        wrong.isEmpty(),
        () ->
            wrong.size() + " wrong: " + wrong.stream().limit(5).collect(Collectors.joining("\n")));
    assertTrue(share(Verdict.MET) > 0.05 && share(Verdict.UNMET) > 0.05, table());
  }

  @Test
  void aPlantedLieIsSeen() {
    assertTrue(isLie(false, false, Verdict.MET), "green where the world says no");
    assertTrue(isLie(true, true, Verdict.UNMET), "red where the world says yes");
    assertFalse(isLie(true, true, Verdict.UNPROVEN), "doubt is no lie");
    World world = new RandomWorld(1).world();
    Requirement.Permission requirement =
        new Requirement.Permission("administration", Level.WRITE, "acme/gone");

    compare(1, world, new Requirement.Forbidden(requirement), List.of(planted(Verdict.UNMET)));
    compare(1, world, requirement, List.of(planted(Verdict.MET)));

    assertEquals(3, wrong.size(), "two lies, and a green verdict without proof");
  }

  private static Finding planted(Verdict verdict) {
    String requirement = verdict == Verdict.MET ? "permissions." : "forbid.permissions.";
    return Finding.of(
        Rule.MISSING_PERMISSION, verdict, requirement + "administration: write", "planted");
  }

  /// One world, up to three requirements: asked about together, judged one by one.
  private void judge(long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    ProbeLevel probes = random.chance(70) ? ProbeLevel.READ : random.one(ProbeLevel.values());
    Setting setting = Judged.setting(world, probes, "https://github.test");
    List<Requirement> requirements = new ArrayList<>();
    List<Requirements> files = new ArrayList<>();
    for (int i = 0; i < random.one(1, 2, 3); i++) {
      requirements.add(random.requirement(world));
      files.add(Judged.read(requirements.getLast().yaml()));
    }
    try {
      Evidence evidence = asked(world, setting, files);
      for (int i = 0; i < requirements.size(); i++) {
        compare(seed, world, requirements.get(i), Judged.findings(files.get(i), evidence));
      }
      if (!world.oddities().isEmpty()) {
        contrast(seed, world, setting, files);
      }
    } catch (RuntimeException bug) {
      wrong.add("seed " + seed + ": " + requirements + " " + bug + " " + bug.getStackTrace()[0]);
    }
  }

  private static Evidence asked(World world, Setting setting, List<Requirements> files) {
    try (WorldGitHub github = new WorldGitHub(world)) {
      return Judged.asked(
          github,
          setting,
          world.bearer().token(),
          Judged.together(files.stream().map(file -> file.tokens().getFirst()).toList()));
    }
  }

  /// An answer that says nothing must not count for yes: what is green with it and red with a plain
  /// refusal in its place was not proven.
  private void contrast(long seed, World world, Setting setting, List<Requirements> files) {
    Evidence odd = asked(world, setting, files);
    for (Reply refusal : REFUSALS) {
      World refusing = world.withOddity(refusal);
      Evidence refused = asked(refusing, setting, files);
      for (Requirements file : files) {
        List<String> red = requirements(Judged.findings(file, refused), Verdict.UNMET);
        red.retainAll(requirements(Judged.findings(file, odd), Verdict.MET));
        if (!red.isEmpty()) {
          wrong.add("seed " + seed + ": green without an answer " + red + " " + world);
        }
      }
    }
  }

  private static List<String> requirements(List<Finding> findings, Verdict verdict) {
    List<String> requirements = new ArrayList<>();
    findings.stream()
        .filter(
            finding -> finding.verdict() == verdict && !finding.requirement().startsWith("forbid"))
        .forEach(finding -> requirements.add(finding.requirement()));
    return requirements;
  }

  private void compare(long seed, World world, Requirement requirement, List<Finding> findings) {
    boolean can = requirement.can(world);
    for (Finding finding : findings) {
      if (!finding.requirement().startsWith(prefix(requirement))) {
        continue;
      }
      counts
          .computeIfAbsent(
              requirement.getClass().getSimpleName(), _ -> new EnumMap<>(Verdict.class))
          .merge(finding.verdict(), 1, Integer::sum);
      if (isLie(can, requirement.partly(world), finding.verdict())) {
        wrong.add("seed " + seed + ": " + can + " but " + told(finding, world));
      }
      if (finding.verdict() == Verdict.MET && finding.proofs().isEmpty()) {
        wrong.add("seed " + seed + ": no proof named in " + told(finding, world));
      }
    }
  }

  private static boolean isLie(boolean all, boolean some, Verdict verdict) {
    return verdict == Verdict.MET && !all || verdict == Verdict.UNMET && some;
  }

  private static String told(Finding finding, World world) {
    return "%s %s %s %s%n    %s%n    %s%n"
        .formatted(
            finding.verdict().word(),
            finding.requirement(),
            finding.seen(),
            finding.proofs(),
            world.bearer(),
            world);
  }

  private static String prefix(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Permission _ -> "permissions.";
      case Requirement.Forbidden _ -> "forbid.permissions.";
      case Requirement.Access _ -> "repositories.";
      case Requirement.Call _ -> "endpoints: ";
      case Requirement.Member _ -> "organizations.";
    };
  }

  private double share(Verdict verdict) {
    int all = counts.values().stream().flatMap(row -> row.values().stream()).mapToInt(n -> n).sum();
    int some = counts.values().stream().mapToInt(row -> row.getOrDefault(verdict, 0)).sum();
    return (double) some / Math.max(1, all);
  }

  private String table() {
    return "unproven: %.1f %%, inconclusive: %.1f %%%n%s"
        .formatted(
            100 * share(Verdict.UNPROVEN),
            100 * share(Verdict.INCONCLUSIVE),
            counts.toString().replace("}, ", "}\n"));
  }
}
