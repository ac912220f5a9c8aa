package io.github.tokenpreflight.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The classic scopes that GitHub's text asks for at one endpoint.
///
/// Each list holds any-of sets; all scopes of a set are needed together.
///
/// @param anywhere sets that suffice on every repository
/// @param onPublic sets that suffice on public repositories only
/// @param onPrivate sets for private repositories only; beside `anywhere` an addition to it
///   (inferred from twin endpoints, whose text says so)
/// @param also further scopes that a condition adds
/// @param optional sets that only add fields to the answer
/// @param tokens which of the tokens with scopes work at all
public record ClassicScopes(
    List<List<String>> anywhere,
    List<List<String>> onPublic,
    List<List<String>> onPrivate,
    List<Extra> also,
    List<List<String>> optional,
    Tokens tokens) {
  private static final String PRIVATE = "repository is private";

  /// Which of the tokens with scopes an endpoint takes.
  public enum Tokens {
    CLASSIC_AND_OAUTH,
    CLASSIC_ONLY,
    NEITHER
  }

  /// Scopes needed besides the others.
  ///
  /// @param when the condition in words, for example `workflow files change`
  public record Extra(String when, List<String> scopes) {
    public Extra {
      scopes = List.copyOf(scopes);
    }
  }

  public ClassicScopes {
    anywhere = copy(anywhere);
    onPublic = copy(onPublic);
    onPrivate = copy(onPrivate);
    also = List.copyOf(also);
    optional = copy(optional);
  }

  /// Any-of sets that surely suffice on a public repository; empty where the text names none.
  public List<List<String>> sufficientOnPublic() {
    return Stream.concat(anywhere.stream(), onPublic.stream()).distinct().toList();
  }

  /// Any-of sets that surely suffice on a private repository; empty where the text names none.
  ///
  /// Doubtful wording is read as asking for more, never for less.
  public List<List<String>> sufficientOnPrivate() {
    List<List<String>> sets = anywhere.isEmpty() ? onPrivate : anywhere;
    if (!anywhere.isEmpty() && !onPrivate.isEmpty()) {
      sets =
          anywhere.stream()
              .flatMap(base -> onPrivate.stream().map(more -> joined(base, more)))
              .toList();
    }
    for (Extra extra : also) {
      if (extra.when().equals(PRIVATE)) {
        sets = sets.stream().map(set -> joined(set, extra.scopes())).toList();
      }
    }
    return sets;
  }

  private static List<String> joined(List<String> base, List<String> more) {
    return Stream.concat(base.stream(), more.stream()).distinct().toList();
  }

  private static List<List<String>> copy(List<List<String>> sets) {
    List<List<String>> copy = new ArrayList<>();
    sets.forEach(set -> copy.add(List.copyOf(set)));
    return List.copyOf(copy);
  }
}
