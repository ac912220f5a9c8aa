package io.github.tokenpreflight.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One step of a job: a container, and the folders that the runner mounts into it.
///
/// Source: actions/runner v2.336.0, `ContainerActionHandler.cs` and `DockerCommandManager.cs`.
final class Container {
  private static final Path PODMAN = Path.of(".ci/podman").toAbsolutePath();
  private static final int RUNNER = 1001;

  /// What podman itself needs in its own way, so these go to the container only.
  private static final List<String> NOT_FOR_PODMAN = List.of("HOME", "PATH");

  private final Path folder;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private boolean readOnly;

  private Container(Path folder) {
    this.folder = folder;
  }

  /// Makes the folders as a hosted runner does: all belong to its user, and only it may write.
  static Container prepared(Path folder) throws IOException {
    Container container = new Container(folder);
    for (String name :
        List.of(
            "workspace",
            "temp/_github_home",
            "temp/_github_workflow",
            "temp/_runner_file_commands")) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(
        folder.resolve("temp/_github_workflow/event.json"), "{\"repository\":{\"private\":true}}");
    Files.createFile(container.outputs());
    Files.createFile(container.summary());
    Files.createFile(folder.resolve("docker.sock"));
    container.belongToTheRunner();
    return container;
  }

  Path workspace() {
    return folder.resolve("workspace");
  }

  Path outputs() {
    return folder.resolve("temp/_runner_file_commands/set_output_1");
  }

  Path summary() {
    return folder.resolve("temp/_runner_file_commands/step_summary_1");
  }

  Container with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /// Mounts the workspace so that nobody can write.
  Container withReadOnlyWorkspace() {
    readOnly = true;
    return this;
  }

  /// What the container ended with.
  record Ended(int exit, String out, String error) {}

  Ended run(String image) throws IOException, InterruptedException {
    return ended(started(image));
  }

  /// Starts the action without waiting for its end.
  Process started(String image) throws IOException {
    JsonNode action = new YAMLMapper().readTree(Files.readString(Path.of("action.yml")));
    Map<String, String> all = inOrder(action.path("inputs"));
    List<String> command = new ArrayList<>();
    command.addAll(List.of(PODMAN.toString(), "run", "--pull", "never"));
    command.addAll(List.of("--workdir", "/github/workspace", "--rm", "--network", "host"));
    all.forEach((name, value) -> {
      command.add("-e");
      command.add(NOT_FOR_PODMAN.contains(name) ? name + "=" + value : name);
    });
    command.addAll(List.of("--entrypoint", action.at("/runs/entrypoint").asText()));
    mount(command, "docker.sock", "/var/run/docker.sock");
    mount(command, "temp", "/github/runner_temp");
    mount(command, "temp/_github_home", "/github/home");
    mount(command, "temp/_github_workflow", "/github/workflow");
    mount(command, "temp/_runner_file_commands", "/github/file_commands");
    mount(command, "workspace", "/github/workspace" + (readOnly ? ":ro" : ""));
    command.add(image);
    action.at("/runs/args").forEach(word -> command.add(word.asText()));

    ProcessBuilder builder = new ProcessBuilder(command);
    NOT_FOR_PODMAN.forEach(all::remove);
    builder.environment().putAll(all);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("error").toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  Ended ended(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it comes to an end");
    return new Ended(process.exitValue(), out(), Files.readString(folder.resolve("error")));
  }

  /// What it has said so far.
  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  /// Calls podman for something else than a step.
  static Ended podman(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of(PODMAN.toString()), Stream.of(words)).toList())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said, "");
  }

  private void mount(List<String> command, String from, String to) {
    command.add("-v");
    command.add(folder.resolve(from) + ":" + to);
  }

  /// The workflow's variables, the inputs, and last the runner's own.
  private Map<String, String> inOrder(JsonNode inputs) {
    Map<String, String> all = new LinkedHashMap<>(variables);
    inputs
        .properties()
        .forEach(input ->
            all.putIfAbsent(
                "INPUT_" + input.getKey().toUpperCase(Locale.ROOT),
                input.getValue().path("default").asText()));
    all.put("HOME", "/github/home");
    all.put("GITHUB_ACTIONS", "true");
    all.put("CI", "true");
    all.put("NO_COLOR", "1");
    all.put("GITHUB_REPOSITORY", "acme/site");
    all.put("GITHUB_EVENT_NAME", "push");
    all.put("GITHUB_EVENT_PATH", "/github/workflow/event.json");
    all.put("GITHUB_WORKSPACE", "/github/workspace");
    all.put("GITHUB_OUTPUT", "/github/file_commands/" + outputs().getFileName());
    all.put("GITHUB_STEP_SUMMARY", "/github/file_commands/" + summary().getFileName());
    all.put("RUNNER_OS", "Linux");
    all.put("RUNNER_TEMP", "/github/runner_temp");
    return all;
  }

  /// Only root can give files away. Anyone else owns them already, and is not root either.
  private void belongToTheRunner() throws IOException {
    boolean root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        boolean directory = Files.isDirectory(path);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(directory ? "rwxr-xr-x" : "rw-r--r--"));
        if (root) {
          Files.setAttribute(path, "unix:uid", RUNNER);
        }
      }
    }
  }
}
