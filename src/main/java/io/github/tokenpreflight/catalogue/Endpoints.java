package io.github.tokenpreflight.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All REST endpoints that GitHub documents, findable by method and path.
///
/// The table stays text, its lines sorted by method and path; a question parses only the lines it
/// is about. Methods are upper case.
public final class Endpoints {
  private static final int MOST_NEAR = 3;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final String table;

  private Endpoints(String table) {
    this.table = table;
  }

  /// The table of this build, loaded on first use.
  public static Endpoints standard() {
    return Standard.ENDPOINTS;
  }

  static Endpoints from(String table) {
    return new Endpoints(table);
  }

  /// Every endpoint, by method, then path. Parses the whole table each time.
  public List<Endpoint> all() {
    return METHODS.stream()
        .sorted()
        .flatMap(method -> lines(method + " ").stream())
        .map(EndpointRow::read)
        .toList();
  }

  /// The endpoint with exactly this template.
  public Optional<Endpoint> find(String method, String template) {
    return lines(method + " " + template + "\t").stream().findFirst().map(EndpointRow::read);
  }

  /// The endpoint that answers this path.
  ///
  /// - The path is concrete (`/repos/acme/site/releases`), a template with placeholders of any
  ///   name, or a mixture. Where several templates fit, the one that is literal first wins.
  /// - Empty too for a path without a leading slash, with a trailing one, or with a query.
  public Optional<Endpoint> match(String method, String path) {
    return matchingLine(method, path).map(EndpointRow::read);
  }

  /// The endpoint of that operation, such as `repos/create-release`.
  public Optional<Endpoint> operation(String operationId) {
    int at = table.indexOf("\t" + operationId + "\t");
    return at < 0
        ? Optional.empty()
        : Optional.of(EndpointRow.read(table.substring(lineStart(at), table.indexOf('\n', at))));
  }

  /// The methods that this path takes, in the usual order; empty where no endpoint fits it.
  public List<String> methodsFor(String path) {
    return METHODS.stream().filter(method -> matchingLine(method, path).isPresent()).toList();
  }

  /// At most three endpoints that may have been meant, the nearest first; often none.
  ///
  /// A near one differs by at most two typing mistakes; another method counts as one. Query and
  /// trailing slash are overlooked.
  public List<Endpoint> nearest(String method, String path) {
    record Near(String line, int cost) {}

    Route wanted = Route.of(Route.mended(path));
    List<Near> near = new ArrayList<>();
    for (String candidate : METHODS) {
      int cost = candidate.equals(method) ? 0 : 1;
      for (String line : lines(candidate + " ")) {
        route(line).typos(wanted).ifPresent(typos -> near.add(new Near(line, typos + cost)));
      }
    }
    return near.stream()
        .filter(one -> one.cost() <= Route.MOST_TYPOS)
        .sorted(Comparator.comparingInt(Near::cost).thenComparing(one -> route(one.line()).shape()))
        .limit(MOST_NEAR)
        .map(one -> EndpointRow.read(one.line()))
        .toList();
  }

  /// Every endpoint one of whose sufficient sets asks for the permission at exactly this level.
  public List<Endpoint> needing(String permission, Level level) {
    String entry = permission + "=" + level.wireName();
    List<Endpoint> needing = new ArrayList<>();
    int next = table.indexOf(entry);
    while (next >= 0) {
      int end = table.indexOf('\n', next);
      Endpoint endpoint = EndpointRow.read(table.substring(lineStart(next), end));
      if (endpoint.needs(permission, level)) {
        needing.add(endpoint);
      }
      next = table.indexOf(entry, end);
    }
    return needing;
  }

  private Optional<String> matchingLine(String method, String path) {
    if (!Route.wellFormed(path)) {
      return Optional.empty();
    }
    Route wanted = Route.of(path);
    String best = "";
    for (String line : lines(method + " /" + wanted.segments().get(1))) {
      if (route(line).accepts(wanted)
          && (best.isEmpty() || route(line).shape().compareTo(route(best).shape()) < 0)) {
        best = line;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static Route route(String line) {
    return Route.of(line.substring(line.indexOf(' ') + 1, line.indexOf('\t')));
  }

  /// The lines that start with the prefix: they stand together, because the table is sorted.
  private List<String> lines(String prefix) {
    List<String> lines = new ArrayList<>();
    int start = firstNotBefore(prefix);
    while (table.startsWith(prefix, start)) {
      int end = table.indexOf('\n', start);
      lines.add(table.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  private int firstNotBefore(String prefix) {
    int low = 0;
    int high = table.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int start = lineStart(middle);
      String head = table.substring(start, Math.min(start + prefix.length(), table.length()));
      if (head.compareTo(prefix) < 0) {
        low = table.indexOf('\n', middle) + 1;
      } else {
        high = start;
      }
    }
    return low;
  }

  private int lineStart(int within) {
    return table.lastIndexOf('\n', within - 1) + 1;
  }

  private static final class Standard {
    static final Endpoints ENDPOINTS = from(Catalogue.text("endpoints.tsv"));
  }
}
