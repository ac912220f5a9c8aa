package io.github.tokenpreflight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.cli.Main;
import io.github.tokenpreflight.collect.SyntheticOrganization.Trouble;
import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program against a synthetic organization, each run a process of its own.
///
/// `./mvnw test -Dtest=AuditScaleTest -Daudit.repositories=10000` prints requests, time and memory
/// of one of that size.
final class AuditScaleTest {
  private static final int SIZE = Integer.getInteger("audit.repositories", 250);
  private static final int PARTS = SIZE < 1_000 ? 2 : 4;
  private static final Pattern USED = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

  @TempDir Path folder;

  @Test
  void tenThousandRepositoriesFitIntoAHundredAndTwentyQueriesAndASmallHeap() throws Exception {
    try (SyntheticOrganization organization = SyntheticOrganization.start(SIZE, Trouble.NONE)) {
      long start = System.nanoTime();

      int exit = audit(organization, "whole", "--report", "whole.json");

      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      assertEquals(1, exit, Files.readString(folder.resolve("whole.log")));
      System.out.println(
          SIZE
              + " repositories: "
              + organization.queries()
              + " GraphQL queries, "
              + organization.others()
              + " other; "
              + millis
              + " ms, of which the server "
              + organization.milliseconds()
              + " ms for "
              + organization.megabytes()
              + " MB; peak heap "
              + peakMegabytes("whole")
              + " MB, live "
              + liveMegabytes("whole")
              + " MB of 128 MB");
      assertTrue(organization.queries() <= Math.ceilDiv(SIZE * 12, 1000), "too many queries");
    }
  }

  @Test
  void stoppedInTheMiddleAndGoneOnWithTheReportIsTheSameByteForByte() throws Exception {
    String whole = report("whole", Trouble.NONE);
    try (SyntheticOrganization organization =
        SyntheticOrganization.start(SIZE, new Trouble(0, 0, 0, Math.max(1, SIZE / 200)))) {
      audit(organization, "first", "--state", "state", "--report", "first.json");
      assertTrue(!Files.readString(folder.resolve("first.json")).equals(whole));
      int before = organization.queries();
      organization.recover();

      audit(organization, "second", "--state", "state", "--resume", "--report", "second.json");

      int fresh = organization.queries() - before;
      assertTrue(fresh < Math.ceilDiv(SIZE, 100), "it went on and did not start anew: " + fresh);
    }

    assertEquals(whole, Files.readString(folder.resolve("second.json")));
  }

  @Test
  void theShardsMergedAreTheSameAsTheWholeByteForByte() throws Exception {
    String whole = report("whole", Trouble.NONE);
    List<String> merge = new ArrayList<>(List.of("audit", "merge", "--report", "merged.json"));
    for (int part = 1; part <= PARTS; part++) {
      try (SyntheticOrganization organization =
          SyntheticOrganization.start(SIZE, new Trouble(60, 0, 0, 0))) {
        String name = "shard" + part;
        audit(organization, name, "--shard", part + "/" + PARTS, "--report", name + ".json");
        merge.add(name + ".json");
      }
    }

    assertEquals(1, program("merge", "", merge));
    assertEquals(whole, Files.readString(folder.resolve("merged.json")));
  }

  private String report(String name, Trouble trouble) throws Exception {
    try (SyntheticOrganization organization = SyntheticOrganization.start(SIZE, trouble)) {
      audit(organization, name, "--report", name + ".json");
    }
    return Files.readString(folder.resolve(name + ".json"));
  }

  private int audit(SyntheticOrganization organization, String name, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of("audit", "--org", "acme", "--max-wait", "1m"));
    words.addAll(List.of(more));
    return program(name, organization.url(), words);
  }

  private int program(String name, String url, List<String> words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:gc:file=" + name + ".gc",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("GITHUB_"));
    builder.environment().put("GH_TOKEN", TestTokens.fineGrained());
    builder.environment().put("GITHUB_API_URL", url);
    // The moment of the report, so that two runs can be compared.
    builder.environment().put("SOURCE_DATE_EPOCH", "1795000000");
    Process process = builder.start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the audit ends");
    return process.exitValue();
  }

  private long peakMegabytes(String name) throws IOException {
    return USED.matcher(Files.readString(folder.resolve(name + ".gc")))
        .results()
        .mapToLong(match -> Long.parseLong(match.group(1)))
        .max()
        .orElse(0);
  }

  private long liveMegabytes(String name) throws IOException {
    return USED.matcher(Files.readString(folder.resolve(name + ".gc")))
        .results()
        .mapToLong(match -> Long.parseLong(match.group(2)))
        .max()
        .orElse(0);
  }
}
