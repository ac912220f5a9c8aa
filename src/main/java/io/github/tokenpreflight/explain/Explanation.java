package io.github.tokenpreflight.explain;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.tools.GhCommands;
import io.github.tokenpreflight.tools.KnownTools;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a word means, or the words that may have been meant.
public final class Explanation {
  private static final int MOST_CALLS = 12;
  private static final Set<String> FILLERS =
      Set.of("a", "an", "the", "for", "of", "in", "to", "from", "with", "authenticated", "by");

  private Explanation() {}

  /// The explanation, offline.
  ///
  /// @param all whether long lists of calls are shown as a whole
  public static Optional<String> of(String word, boolean all, LocalDate today) {
    String text = word.strip();
    int most = all ? Integer.MAX_VALUE : MOST_CALLS;
    return KnownTools.standard()
        .find(text)
        .map(tool -> ToolText.of(tool, today))
        .or(() -> call(text))
        .or(() -> command(text))
        .or(() -> address(text))
        .or(() -> catalogue(text, most))
        .or(() -> Glossary.key(text))
        .or(() -> Glossary.find(text));
  }

  /// A scope or a permission may also be a word of the requirements file.
  private static Optional<String> catalogue(String text, int most) {
    Optional<String> found = CatalogueText.of(text, most);
    Optional<String> also = found.isPresent() ? Glossary.find(text) : Optional.empty();
    return also.map(more -> found.get() + "\n" + more).or(() -> found);
  }

  /// `POST /repos/{owner}/{repo}/releases`, or a path without a method.
  private static Optional<String> call(String text) {
    int blank = text.indexOf(' ');
    if (blank > 0 && text.startsWith("/", blank + 1)) {
      return Endpoints.standard()
          .match(text.substring(0, blank).toUpperCase(Locale.ROOT), text.substring(blank + 1))
          .map(CatalogueText::endpoint);
    }
    return text.startsWith("/") && blank < 0 ? path(text) : Optional.empty();
  }

  private static Optional<String> path(String path) {
    String bare = path.replaceFirst("[?#].*", "").replaceFirst("(?<=.)/$", "");
    String found =
        Endpoints.standard().methodsFor(bare).stream()
            .flatMap(method -> Endpoints.standard().match(method, bare).stream())
            .map(CatalogueText::endpoint)
            .collect(Collectors.joining("\n"));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /// `gh release create`.
  private static Optional<String> command(String text) {
    if (!text.startsWith("gh ")) {
      return Optional.empty();
    }
    List<String> words = List.of(text.substring(3).strip().split("\\s+", -1));
    if (words.size() > 1 && words.getFirst().equals("api")) {
      String verb = words.contains("-X") ? words.get(words.indexOf("-X") + 1) : "GET";
      return words.stream()
          .filter(word -> word.contains("/"))
          .findFirst()
          .flatMap(path -> call(verb + " " + (path.startsWith("/") ? path : "/" + path)));
    }
    return GhCommands.find(words)
        .map(found -> {
          String needs =
              found.needs().permissions().entrySet().stream()
                  .map(one -> one.getKey() + ": " + one.getValue().wireName())
                  .collect(Collectors.joining(", "));
          return "command gh "
              + found.name()
              + "\n\nneeds: "
              + needs
              + "\ncertainty: worked out from the calls that it makes\n\npaste: `permissions: { "
              + needs
              + " }`\n"
              + Paste.link(found.needs().permissions());
        });
  }

  /// An address of the API or of GitHub's reference.
  private static Optional<String> address(String text) {
    if (!text.startsWith("https://")) {
      return Optional.empty();
    }
    String path = text.replaceFirst("^https://[^/]+(/api/v3(?=/))?", "");
    if (text.startsWith("https://docs.github.com/")) {
      int hash = path.indexOf('#');
      return hash < 0 ? Optional.empty() : documented(path.substring(hash + 1));
    }
    return path.startsWith("/") ? path(path) : Optional.empty();
  }

  /// The operation whose id has the words of a heading, such as `create-a-release`.
  private static Optional<String> documented(String heading) {
    Set<String> wanted = words(heading);
    return Endpoints.standard().all().stream()
        .filter(endpoint ->
            endpoint
                .listing()
                .operationId()
                .filter(id -> words(id.replaceFirst(".*/", "")).equals(wanted))
                .isPresent())
        .findFirst()
        .map(CatalogueText::endpoint);
  }

  private static Set<String> words(String dashed) {
    Set<String> words = new TreeSet<>();
    for (String word : dashed.toLowerCase(Locale.ROOT).split("-", -1)) {
      if (!FILLERS.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  /// The words that may have been meant, the nearest first.
  ///
  /// @param rules the ids of rules
  public static List<String> near(String word, List<String> rules) {
    List<String> near = new ArrayList<>(levels(word));
    if (near.isEmpty()) {
      Permissions.meant(word).ifPresent(near::add);
    }
    if (near.isEmpty()) {
      List<String> known = new ArrayList<>(rules);
      known.addAll(Scopes.standard().names());
      known.addAll(Permissions.standard().names());
      known.addAll(KnownTools.standard().names());
      known.addAll(Glossary.names());
      GhCommands.names().forEach(name -> known.add("gh " + name));
      near.addAll(Nearest.to(word, known.stream().distinct().toList()));
      near.addAll(nearEndpoints(word));
    }
    return near;
  }

  private static List<String> nearEndpoints(String word) {
    String[] parts = word.strip().split("\\s+", 2);
    return parts.length == 2
        ? Endpoints.standard().nearest(parts[0].toUpperCase(Locale.ROOT), parts[1]).stream()
            .map(Endpoint::signature)
            .toList()
        : List.of();
  }

  /// The levels of a permission that was asked for with one that it has not.
  private static List<String> levels(String text) {
    int colon = text.lastIndexOf(':');
    return colon < 0
        ? List.of()
        : Permissions.standard()
            .find(text.substring(0, colon).strip())
            .map(permission ->
                permission.levels().stream()
                    .map(Level::wireName)
                    .map(level -> permission.name() + ": " + level)
                    .toList())
            .orElse(List.of());
  }
}
