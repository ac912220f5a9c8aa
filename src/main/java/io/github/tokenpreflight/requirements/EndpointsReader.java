package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Calls that the workflow makes, each as `METHOD /path`.
final class EndpointsReader {
  /// No path of GitHub's comes near it, and the form is matched in steps that add up.
  static final int LONGEST = 500;

  static final String FORM = "(DELETE|GET|PATCH|POST|PUT) (/|(/(?!:)[!\"$-.0-;=@-~]+)+)";

  private static final Pattern LINE = Pattern.compile(FORM);
  private static final Pattern DOTS = Pattern.compile("(?i)(?:/|%2f)(?:\\.|%2e){1,2}(?=/|%2f|$)");
  private static final Pattern PLACE_HOLDER = Pattern.compile("\\{\\w+}");
  private static final Pattern METHOD = Pattern.compile("(?i)(DELETE|GET|HEAD|PATCH|POST|PUT)");

  private EndpointsReader() {}

  static List<EndpointRequirement> read(Field field) {
    List<Scalar> items = field.scalars("GET /repos/{owner}/{repo}");
    Texts.onlyOnce(field, items, line -> line);
    List<EndpointRequirement> requirements = new ArrayList<>();
    for (Scalar item : items) {
      if (item.text().length() > LONGEST) {
        field.wrong(
            item.span(),
            "a call has at most " + LONGEST + " characters",
            "write it like `GET /repos/{owner}/{repo}`");
      } else if (!LINE.matcher(item.text()).matches()) {
        field.wrong(
            item.span(),
            Quote.of(item.text()) + " is not of the form `METHOD /path`",
            advice(item.text()));
      } else {
        known(field, item).ifPresent(requirements::add);
      }
    }
    return requirements;
  }

  private static Optional<EndpointRequirement> known(Field field, Scalar item) {
    int blank = item.text().indexOf(' ');
    String method = item.text().substring(0, blank);
    String path = item.text().substring(blank + 1);
    Optional<Endpoint> known = Endpoints.standard().match(method, path);
    if (known.isPresent()) {
      placed(field, item, known.get(), path);
      return Optional.of(new EndpointRequirement(known.get(), path, item.span()));
    }
    List<String> near = field.errors().near(() -> nearest(method, path));
    field
        .errors()
        .add(
            Rule.UNKNOWN_ENDPOINT,
            item.span(),
            Quote.of(item.text()) + " is not an endpoint that GitHub documents",
            path.equals("/graphql")
                ? "declare `permissions` or `scopes`: a GraphQL query does not tell what it needs"
                : near.isEmpty()
                    ? "check it against https://docs.github.com/rest"
                    : "did you mean " + Phrases.anyOf(near) + "?");
    return Optional.empty();
  }

  /// The place that the path names must be one: everything that is asked there is built from it.
  private static void placed(Field field, Scalar item, Endpoint known, String path) {
    List<String> strange = new ArrayList<>();
    if (DOTS.matcher(path).find()) {
      field.wrong(
          item.span(),
          Quote.of(path) + " leads out of its own place",
          "write the path without `.` and `..` between slashes");
      return;
    }
    if (isMixed(known, path)) {
      field.wrong(
          item.span(),
          Quote.of(path) + " is half a place",
          "write names, or " + Quote.of(known.path()) + " for each place that is declared");
      return;
    }
    for (String placeHolder : List.of("{owner}", "{org}")) {
      known
          .value(path, placeHolder)
          .filter(text -> !PLACE_HOLDER.matcher(text).matches() && !RepositoryName.isOwner(text))
          .ifPresent(text -> strange.add(Quote.of(text) + " is not the name of an owner"));
    }
    known
        .value(path, "{repo}")
        .filter(text -> !PLACE_HOLDER.matcher(text).matches() && !RepositoryName.isName(text))
        .ifPresent(text -> strange.add(Quote.of(text) + " is not the name of a repository"));
    for (String words : strange) {
      field.wrong(
          item.span(),
          words,
          "write the name, or " + Quote.of(known.path()) + " for each declared");
    }
  }

  /// Whether it names a part of its place only, or the parts in another order, so that it would be
  /// judged somewhere else.
  private static boolean isMixed(Endpoint known, String path) {
    List<String> parts =
        Stream.of("{owner}", "{repo}", "{org}")
            .filter(placeHolder ->
                known
                    .value(path, placeHolder)
                    .filter(text -> !text.equals(placeHolder))
                    .isPresent())
            .toList();
    boolean open =
        parts.stream()
            .anyMatch(placeHolder ->
                known.value(path, placeHolder).filter(text -> text.startsWith("{")).isPresent());
    boolean owner = known.value(path, "{owner}").isPresent();
    return open || owner && parts.contains("{owner}") != parts.contains("{repo}");
  }

  private static List<String> nearest(String method, String path) {
    return Endpoints.standard().nearest(method, path).stream().map(Endpoint::signature).toList();
  }

  private static String advice(String written) {
    String line = written.strip();
    int blank = line.indexOf(' ');
    String method = blank < 0 ? "" : line.substring(0, blank);
    boolean named = METHOD.matcher(method).matches();
    String path = path(named ? line.substring(blank).strip() : line);
    if (method.equalsIgnoreCase("HEAD")) {
      return "replace with " + Phrases.name("GET " + path) + ", which needs the same";
    }
    String fixed = (named ? method.toUpperCase(Locale.ROOT) : "GET") + " " + path;
    if ((named || line.contains("/")) && LINE.matcher(fixed).matches()) {
      return named
          ? "replace with " + Quote.of(fixed)
          : "put the method before the path, such as " + Quote.of(fixed);
    }
    return "write it like `GET /repos/{owner}/{repo}`";
  }

  /// The path of an address, without what only a request needs.
  private static String path(String address) {
    String path = address;
    int host = path.indexOf("://");
    if (host >= 0) {
      int slash = path.indexOf('/', host + 3);
      path = slash < 0 ? "/" : path.substring(slash);
    } else if (path.startsWith("api.github.com/")) {
      path = path.substring("api.github.com".length());
    }
    path = path.replaceFirst("[?#].*", "").replaceFirst("^/api/v3(?=/)", "");
    path = path.replaceAll("/{2,}", "/").replaceFirst("(?<=.)/$", "");
    path = path.replaceAll("/:(\\w+)", "/{$1}");
    return path.startsWith("/") ? path : "/" + path;
  }
}
