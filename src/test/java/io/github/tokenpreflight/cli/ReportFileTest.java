package io.github.tokenpreflight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {
  @TempDir Path scratch;
  private Path workspace;
  private Path outside;

  @BeforeEach
  void folders() throws IOException {
    workspace = Files.createDirectory(scratch.resolve("workspace"));
    outside = Files.createDirectory(scratch.resolve("outside"));
  }

  @Test
  void inAJobReportsStayInTheWorkspaceAndTheFolderForTemporaryFiles() throws IOException {
    Files.createDirectory(scratch.resolve("temp"));

    assertEquals(Optional.empty(), inJob("report.json"));
    assertEquals(Optional.empty(), inJob("new/folder/report.json"));
    assertEquals(Optional.empty(), inJob(scratch.resolve("temp/report.json").toString()));
    assertEquals(Optional.of("it lies outside the workspace"), inJob("../outside/report.json"));
    assertEquals(Optional.of("it lies outside the workspace"), inJob("/report.json"));
  }

  @Test
  void noLinkLeadsAReportAway() throws IOException {
    Path secret = Files.writeString(outside.resolve("file"), "as it was");
    Files.createSymbolicLink(workspace.resolve("link.json"), secret);
    Files.createSymbolicLink(workspace.resolve("folder"), outside);

    assertEquals(Optional.of("it is a symbolic link"), inJob("link.json"));
    assertEquals(Optional.of("it lies outside the workspace"), inJob("folder/report.json"));
    assertThrows(IOException.class, () -> new ReportFile(io(true), "link.json").write("{}"));
    assertEquals("as it was", Files.readString(secret));
  }

  @Test
  void theRequirementsFileIsNeverReplaced() throws IOException {
    Files.writeString(workspace.resolve("requirements.yml"), "version: 1\n");

    for (boolean job : new boolean[] {true, false}) {
      assertEquals(
          Optional.of("it is the requirements file"),
          new ReportFile(io(job), "./requirements.yml").obstacle("requirements.yml"));
    }
  }

  @Test
  void outsideAJobAPersonWritesWhereTheyLike() throws IOException {
    assertEquals(
        Optional.empty(), new ReportFile(io(false), "../outside/report.json").obstacle(""));
  }

  private Optional<String> inJob(String path) throws IOException {
    return new ReportFile(io(true), path).obstacle("requirements.yml");
  }

  private Io io(boolean job) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Io(
        Map.of(
            "GITHUB_ACTIONS",
            Boolean.toString(job),
            "GITHUB_WORKSPACE",
            workspace.toString(),
            "RUNNER_TEMP",
            scratch.resolve("temp").toString()),
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        workspace,
        InstantSource.system(),
        _ -> {},
        new Random(1),
        false);
  }
}
