package io.github.tokenpreflight.github;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The two queries for lists of repositories.
public final class RepositoryQueries {
  private final Map<String, Object> fixed;

  /// Which repositories are listed.
  ///
  /// @param archived only archived ones, or only the others; absent for both
  /// @param visibility `PUBLIC`, `PRIVATE` or `INTERNAL`; absent for all
  /// @param topics whether their topics are needed
  public record Listing(
      String login, Optional<Boolean> archived, Optional<String> visibility, boolean topics) {}

  private RepositoryQueries(Map<String, Object> fixed) {
    this.fixed = fixed;
  }

  public static RepositoryQueries of(Listing listing) {
    Map<String, Object> fixed = new HashMap<>();
    fixed.put("login", listing.login());
    fixed.put("topics", listing.topics());
    listing.archived().ifPresent(value -> fixed.put("archived", value));
    listing.visibility().ifPresent(value -> fixed.put("visibility", value));
    return new RepositoryQueries(fixed);
  }

  /// Names alone, which costs the server little.
  public GraphQlQuery names(int first, Optional<String> after) {
    return query("repository-names.graphql", first, after, Map.of());
  }

  /// Names and files.
  ///
  /// @param expressions the Git expression of each alias: `yml`, `yaml`, `json` and `workflows`
  public GraphQlQuery files(int first, Optional<String> after, Map<String, String> expressions) {
    return query("repositories.graphql", first, after, expressions);
  }

  private GraphQlQuery query(
      String document, int first, Optional<String> after, Map<String, String> more) {
    Map<String, Object> variables = new HashMap<>(fixed);
    variables.putAll(more);
    variables.put("first", first);
    after.ifPresent(cursor -> variables.put("after", cursor));
    return GraphQlQuery.of(text(document), variables);
  }

  private static String text(String name) {
    try (InputStream in = RepositoryQueries.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the query " + name + " is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("the query " + name + " cannot be read", failure);
    }
  }
}
