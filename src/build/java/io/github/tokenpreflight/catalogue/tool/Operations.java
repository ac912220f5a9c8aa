package io.github.tokenpreflight.catalogue.tool;

import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What GitHub's descriptions say of the callers of each endpoint, and how it is read.
final class Operations {
  /// How a sentence is read.
  ///
  /// @param kind a role, a role with `+others`, `only:` and a sort of token, or `no`
  /// @param why the reason why a sentence is left out, or where the sentence stands; may be empty
  record Reading(String kind, String sentence, Certainty certainty, String why) {
    boolean leftOut() {
      return kind.equals("no");
    }

    boolean ofTokens() {
      return kind.startsWith("only:");
    }
  }

  private record Rule(String kind, Pattern pattern, String why) {}

  private record Elsewhere(Pattern endpoints, Reading reading) {}

  private final Map<String, List<String>> sentences = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Elsewhere> elsewhere = new ArrayList<>();
  private final Map<String, String> head = new LinkedHashMap<>();

  private Operations() {}

  static Operations read(Path directory) throws IOException {
    Operations operations = new Operations();
    for (String line : Files.readAllLines(directory.resolve("operations.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith("# ")) {
        int colon = line.indexOf(": ");
        operations.head.put(line.substring(2, colon), line.substring(colon + 2));
      } else {
        operations.sentences.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells[1]);
      }
    }
    for (String[] cells : rows(directory.resolve("sentence-rules.tsv"))) {
      operations.rules.add(
          new Rule(cells[0], Pattern.compile(cells[1]), cells.length > 2 ? cells[2] : ""));
    }
    for (String[] cells : rows(directory.resolve("said-elsewhere.tsv"))) {
      Certainty certainty = Certainty.valueOf(cells[2].toUpperCase(Locale.ROOT));
      operations.elsewhere.add(
          new Elsewhere(Pattern.compile(cells[0]), new Reading(cells[1], cells[3], certainty, "")));
    }
    return operations;
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  /// The names of path parameters that are integers wherever they stand, with commas between them.
  String integers() {
    return head.getOrDefault("integers", "");
  }

  /// The day on which the descriptions were read.
  String captured() {
    return head.getOrDefault("captured", "");
  }

  /// Every sentence about an endpoint as it is read, left out ones too; what is said elsewhere only
  /// where no sentence here says anything of the sort.
  List<Reading> of(String endpoint) {
    List<Reading> readings = new ArrayList<>();
    sentences.getOrDefault(endpoint, List.of()).forEach(one -> readings.add(reading(one)));
    for (Elsewhere one : elsewhere) {
      boolean said =
          readings.stream()
              .anyMatch(own -> !own.leftOut() && own.ofTokens() == one.reading().ofTokens());
      if (!said && one.endpoints().matcher(endpoint).matches()) {
        readings.add(one.reading());
      }
    }
    return readings;
  }

  private Reading reading(String sentence) {
    for (Rule rule : rules) {
      if (rule.pattern().matcher(sentence).find()) {
        return new Reading(rule.kind(), sentence, Certainty.DOCUMENTED, rule.why());
      }
    }
    throw new IllegalStateException(
        "nobody says how to read `"
            + sentence
            + "`: add a line to catalogue-sources/sentence-rules.tsv, a role or `no` with a reason");
  }

  /// The cell of the shipped table: for example `admin`, `~push`, `owner+others only:apps`.
  String cell(String endpoint) {
    List<String> words = new ArrayList<>();
    role(endpoint)
        .ifPresent(
            role -> words.add((role.certainty() == Certainty.INFERRED ? "~" : "") + role.kind()));
    of(endpoint).stream()
        .filter(Reading::ofTokens)
        .findFirst()
        .ifPresent(one -> words.add(one.kind()));
    return String.join(" ", words);
  }

  /// The one reading that names a role. Sentences that name two different ones are nowhere today,
  /// and have to be settled by hand.
  Optional<Reading> role(String endpoint) {
    List<Reading> roles =
        of(endpoint).stream().filter(one -> !one.leftOut() && !one.ofTokens()).toList();
    if (roles.stream().map(Reading::kind).distinct().count() > 1) {
      throw new IllegalStateException(
          endpoint
              + " has two roles, leave one out in catalogue-sources/sentence-rules.tsv: "
              + roles);
    }
    return roles.stream().findFirst();
  }
}
