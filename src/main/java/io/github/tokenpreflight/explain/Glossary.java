package io.github.tokenpreflight.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words that are neither rule nor scope, permission or call: kinds, verdicts, statuses, prefixes,
/// GitHub's sentences.
final class Glossary {
  /// As long as a sentence must be to be found inside a longer text.
  private static final int SENTENCE = 16;

  private static final List<Entry> ENTRIES = read(text("words.txt"));

  private Glossary() {}

  /// @param names the first is the one to show; all in lower case
  record Entry(List<String> names, String text) {}

  static Optional<String> find(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return ENTRIES.stream()
        .filter(entry -> entry.names().contains(wanted))
        .findFirst()
        .or(() ->
            ENTRIES.stream()
                .filter(entry -> entry.names().stream().anyMatch(name -> isIn(wanted, name)))
                .findFirst())
        .map(Entry::text);
  }

  private static boolean isIn(String wanted, String name) {
    return name.length() >= SENTENCE && wanted.contains(name);
  }

  static List<String> names() {
    return ENTRIES.stream().map(entry -> entry.names().getFirst()).toList();
  }

  /// The section of a key in the page about the requirements file.
  static Optional<String> key(String word) {
    String page = text("requirements-file.md");
    String head = "\n### `" + word.strip() + "`\n";
    int at = page.indexOf(head);
    if (at < 0) {
      return Optional.empty();
    }
    int end = page.indexOf("\n### ", at + head.length());
    String section = page.substring(at + head.length(), end < 0 ? page.length() : end);
    return Optional.of("the key `" + word.strip() + "` of the requirements file\n" + section);
  }

  private static List<Entry> read(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String part :
        List.of(text.split("(?m)^= ", -1)).subList(1, text.split("(?m)^= ", -1).length)) {
      int end = part.indexOf('\n');
      List<String> names =
          List.of(part.substring(0, end).toLowerCase(Locale.ROOT).split(" \\| ", -1));
      entries.add(new Entry(names, part.substring(end + 1).strip() + "\n"));
    }
    return List.copyOf(entries);
  }

  private static String text(String name) {
    try (InputStream in = Glossary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
