package io.github.tokenpreflight.tools;

import io.github.tokenpreflight.catalogue.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the commands of `gh` need, worked out from the calls that they make.
public final class GhCommands {
  private static final Map<String, Command> COMMANDS = read();

  private GhCommands() {}

  /// One command.
  ///
  /// @param name without `gh`, such as `release create`
  public record Command(String name, Needs needs) {}

  /// The command that these words call, `gh` left out; options may stand behind it.
  public static Optional<Command> find(List<String> words) {
    String two = words.size() > 1 ? words.get(0) + " " + words.get(1) : "";
    return Optional.ofNullable(COMMANDS.get(two));
  }

  public static List<String> names() {
    return List.copyOf(COMMANDS.keySet());
  }

  private static Map<String, Command> read() {
    Map<String, Command> commands = new LinkedHashMap<>();
    for (String line : text().lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        Command command = command(List.of(line.split("\t", -1)));
        commands.put(command.name(), command);
      }
    }
    return commands;
  }

  private static Command command(List<String> cells) {
    Map<String, Level> permissions = new LinkedHashMap<>();
    for (String need : words(cells.get(1))) {
      String[] parts = need.split("=", 2);
      permissions.put(parts[0], Level.parse(parts[1]).orElseThrow());
    }
    List<Set<String>> scopes =
        cells.size() < 3 ? List.of() : List.of(Set.copyOf(words(cells.get(2))));
    return new Command(cells.get(0), new Needs(Map.of(), permissions, scopes, List.of()));
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : new ArrayList<>(List.of(cell.split(",", -1)));
  }

  private static String text() {
    try (InputStream in = GhCommands.class.getResourceAsStream("gh.tsv")) {
      if (in == null) {
        throw new IllegalStateException("gh.tsv is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("gh.tsv cannot be read", e);
    }
  }
}
