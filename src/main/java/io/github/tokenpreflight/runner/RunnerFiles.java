package io.github.tokenpreflight.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The files that the runner reads when the step has ended.
///
/// Only files that the runner has made are written to: none is created, and no part of a path comes
/// from anything but the variable that names the file.
public final class RunnerFiles {
  /// The runner uploads nothing of a larger summary.
  public static final int SUMMARY_LIMIT_BYTES = 1 << 20;

  private static final String OUTPUT = "GITHUB_OUTPUT";
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";
  private static final String REST = "\n\nThe rest does not fit into a job summary.\n";

  private final Map<String, String> environment;
  private final RandomGenerator random;

  /// @param random makes the delimiters; must not be predictable
  public RunnerFiles(Map<String, String> environment, RandomGenerator random) {
    this.environment = Map.copyOf(environment);
    this.random = random;
  }

  /// Sets outputs of the step, in the order of the map. Line ends become `\n`.
  public Appended appendOutputs(Map<String, String> outputs) {
    StringBuilder entries = new StringBuilder();
    outputs.forEach((name, value) -> append(entries, name, unix(value)));
    return append(OUTPUT, entries.toString());
  }

  /// Adds Markdown to the job summary, or as many whole lines of it as still fit.
  public Appended appendSummary(String markdown) {
    String text = markdown.endsWith("\n") ? markdown : markdown + "\n";
    int room = SUMMARY_LIMIT_BYTES - sizeOf(SUMMARY);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= room) {
      return append(SUMMARY, text);
    }
    int end = room - REST.length();
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end <= 0) {
      return new Appended.Lost(SUMMARY + " is full: a job summary holds 1 MiB");
    }
    String start = new String(bytes, 0, end, StandardCharsets.UTF_8);
    return append(SUMMARY, start + REST) instanceof Appended.Lost lost
        ? lost
        : new Appended.Cut("the job summary was cut: it holds 1 MiB");
  }

  private void append(StringBuilder entries, String name, String value) {
    if (!name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-')) {
      throw new IllegalArgumentException("an output is named in lower case with hyphens: " + name);
    }
    String delimiter = delimiterOutside(value);
    entries.append(name).append("<<").append(delimiter).append('\n');
    entries.append(value).append('\n').append(delimiter).append('\n');
  }

  private String delimiterOutside(String value) {
    StringBuilder delimiter = new StringBuilder("end-");
    do {
      delimiter.append(HexFormat.of().toHexDigits(random.nextLong()));
      delimiter.append(HexFormat.of().toHexDigits(random.nextLong()));
    } while (value.contains(delimiter));
    return delimiter.toString();
  }

  private Appended append(String variable, String text) {
    String file = environment.getOrDefault(variable, "");
    if (file.isEmpty()) {
      return new Appended.Lost(variable + " is not set");
    }
    try {
      if (Files.exists(Path.of(file)) && !Files.isRegularFile(Path.of(file))) {
        return new Appended.Lost("what " + variable + " names is no regular file: " + file);
      }
      Files.writeString(Path.of(file), text, StandardOpenOption.APPEND);
      return new Appended.Whole();
    } catch (NoSuchFileException _) {
      return new Appended.Lost("the file that " + variable + " names does not exist: " + file);
    } catch (AccessDeniedException _) {
      return new Appended.Lost("the file that " + variable + " names is not writable: " + file);
    } catch (IOException | InvalidPathException failure) {
      return new Appended.Lost(
          "the file that " + variable + " names cannot be written: " + failure.getMessage());
    }
  }

  private int sizeOf(String variable) {
    try {
      long size = Files.size(Path.of(environment.getOrDefault(variable, "")));
      return (int) Math.min(size, SUMMARY_LIMIT_BYTES);
    } catch (IOException | InvalidPathException _) {
      return 0;
    }
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
