package io.github.tokenpreflight.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.suggest.Checkout;
import io.github.tokenpreflight.tree.Decoder;
import io.github.tokenpreflight.workflow.Workflow;
import io.github.tokenpreflight.workflow.WorkflowReader;
import io.github.tokenpreflight.workflow.WorkflowReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the workflows and actions of a checkout, and the name of its repository.
final class CheckoutSource {
  private static final int DEEPEST = 6;
  private static final int MOST_FILES = 2_000;
  private static final Set<String> ELSEWHERE =
      Set.of(".git", "node_modules", "target", "build", "dist", "vendor", ".venv");
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?s)\\[remote \"origin\"][^\\[]*?url\\s*=\\s*\\S*?[/:]([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?\\s");

  private final Path directory;
  private final List<String> errors = new ArrayList<>();

  CheckoutSource(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /// What could not be read, a line each.
  List<String> errors() {
    return List.copyOf(errors);
  }

  /// @param repository its name as the environment has it, perhaps empty
  Checkout read(String repository) {
    List<Workflow> files = new ArrayList<>();
    for (Path file : paths()) {
      read(file).ifPresent(files::add);
    }
    return new Checkout(
        Optional.of(repository).filter(name -> !name.isEmpty()).or(this::origin), files);
  }

  private Optional<Workflow> read(Path file) {
    String shown = directory.relativize(file).toString().replace('\\', '/');
    try (InputStream in = Files.newInputStream(file)) {
      WorkflowReading reading = WorkflowReader.read(shown, in.readNBytes(Decoder.LIMIT_BYTES + 1));
      reading.errors().forEach(error -> errors.add(told(shown, error)));
      return reading.workflow();
    } catch (IOException e) {
      errors.add("`" + shown + "` cannot be read");
      return Optional.empty();
    }
  }

  private static String told(String shown, Finding error) {
    return "not read: " + error.place().map(Place::link).orElse(shown) + ": " + error.message();
  }

  private List<Path> paths() {
    List<Path> found = new ArrayList<>();
    collect(directory, 0, found);
    return found.stream().sorted().toList();
  }

  private void collect(Path folder, int depth, List<Path> found) {
    if (depth > DEEPEST || found.size() > MOST_FILES) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry, NOFOLLOW_LINKS)) {
          if (!ELSEWHERE.contains(name)) {
            collect(entry, depth + 1, found);
          }
        } else if (Files.isRegularFile(entry, NOFOLLOW_LINKS)
            && (name.matches("action\\.ya?ml") || isWorkflow(entry, name))) {
          found.add(entry);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      errors.add("`" + directory.relativize(folder) + "` cannot be read");
    }
  }

  private boolean isWorkflow(Path entry, String name) {
    return name.matches(".*\\.ya?ml")
        && directory.resolve(".github/workflows").equals(entry.getParent());
  }

  private Optional<String> origin() {
    try {
      Matcher url = ORIGIN.matcher(Files.readString(directory.resolve(".git/config")) + "\n");
      return url.find() ? Optional.of(url.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
