package io.github.tokenpreflight.live;

import static io.github.tokenpreflight.github.Refusal.Meaning;

import io.github.tokenpreflight.catalogue.PermissionSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Something that we believe of GitHub without a document or a recording that says so.
///
/// @param words the fact, as a sentence
/// @param test whether an answer confirms it, refutes it, or has nothing to do with it; the text is
///   the path before every endpoint, `/api/v3` on Enterprise Server
record Fact(String words, BiFunction<Seen, String, Optional<Boolean>> test) {
  private static final Set<Meaning> STRANGE = Set.of(Meaning.UNKNOWN, Meaning.UNEXPLAINED_401);

  /// All of them; what each one carries stands in ARCHITECTURE and in the Javadoc of `evidence`.
  static final List<Fact> ALL =
      List.of(
          new Fact(
              "a missing permission is refused before the body of a write is looked at",
              (seen, api) ->
                  write(seen) && seen.holds(api).equals(Optional.of(false))
                      ? is(seen, Set.of(Meaning.MISSING_PERMISSION), Set.of(Meaning.VALIDATION))
                      : Optional.empty()),
          new Fact(
              "a write that lacks what it needs is let in and rejected for its body",
              (seen, api) ->
                  write(seen) && seen.holds(api).equals(Optional.of(true))
                      ? is(
                          seen,
                          Set.of(Meaning.VALIDATION, Meaning.NOT_FOUND, Meaning.ABSENT),
                          Set.of(Meaning.MISSING_PERMISSION))
                      : Optional.empty()),
          new Fact(
              "no probe that writes goes through",
              (seen, _) -> write(seen) ? Optional.of(!seen.given()) : Optional.empty()),
          new Fact(
              "a missing permission is a 403, not a 404, where the repository can be seen",
              (seen, api) ->
                  seen.holds(api).equals(Optional.of(false)) && !seen.git()
                      ? is(seen, Set.of(Meaning.MISSING_PERMISSION), Set.of(Meaning.NOT_FOUND))
                      : Optional.empty()),
          new Fact(
              "only a token that was let in reads that a thing is absent",
              (seen, api) ->
                  seen.meaning().filter(Meaning.ABSENT::equals).flatMap(_ -> seen.holds(api))),
          new Fact(
              "a missing role is spoken of only where the permission is there",
              (seen, api) ->
                  seen.meaning()
                      .filter(Meaning.MISSING_ROLE::equals)
                      .flatMap(_ -> seen.holds(api))),
          new Fact(
              "`administration` opens the questions that the catalogue names for it",
              (seen, api) ->
                  seen.needs("administration", api) && !write(seen)
                      ? opened(seen, api)
                      : Optional.empty()),
          new Fact(
              "every other permission opens the questions that the catalogue names for it",
              (seen, api) ->
                  !seen.needs("administration", api) && !write(seen) && !seen.git()
                      ? opened(seen, api)
                      : Optional.empty()),
          new Fact(
              "Git lets a token push that has `contents: write`, and no other",
              (seen, api) ->
                  seen.push()
                      ? seen.holds(api).map(holds -> holds == seen.given())
                      : Optional.empty()),
          new Fact(
              "Git refuses in sentences that we know",
              (seen, _) ->
                  seen.git() ? seen.meaning().map(m -> !STRANGE.contains(m)) : Optional.empty()),
          new Fact(
              "the API refuses in sentences that we know",
              (seen, _) ->
                  seen.git() ? Optional.empty() : seen.meaning().map(m -> !STRANGE.contains(m))),
          new Fact(
              "`x-oauth-scopes` is sent to classic and OAuth tokens alone",
              (seen, _) ->
                  seen.git() || !seen.given()
                      ? Optional.empty()
                      : Optional.of(
                          seen.answer().last().orElseThrow().facts().scopes().isPresent()
                              == seen.kind().hasScopes())),
          new Fact(
              "`x-accepted-github-permissions` names the sets of the catalogue", Fact::sameSets));

  private static boolean write(Seen seen) {
    return !seen.question().harmless();
  }

  private static Optional<Boolean> is(Seen seen, Set<Meaning> right, Set<Meaning> wrong) {
    if (seen.given()) {
      return Optional.of(false);
    }
    return seen.meaning()
        .filter(meaning -> right.contains(meaning) || wrong.contains(meaning))
        .map(right::contains);
  }

  /// A thing that is absent or switched off was asked for behind the door.
  private static Optional<Boolean> opened(Seen seen, String api) {
    if (!seen.holds(api).equals(Optional.of(true))) {
      return Optional.empty();
    }
    return seen.given()
        ? Optional.of(true)
        : seen.meaning()
            .filter(meaning ->
                meaning == Meaning.MISSING_PERMISSION
                    || meaning == Meaning.ABSENT
                    || meaning.stateOfPlace())
            .map(meaning -> meaning != Meaning.MISSING_PERMISSION);
  }

  private static Optional<Boolean> sameSets(Seen seen, String api) {
    Optional<List<Map<String, String>>> named =
        seen.answer().last().flatMap(response -> response.facts().acceptedPermissions());
    return named
        .filter(
            sets -> sets.stream().noneMatch(set -> set.containsKey("allows_permissionless_access")))
        .flatMap(sets ->
            seen.endpoint(api)
                .map(endpoint -> words(endpoint.grants().sets()).equals(new HashSet<>(sets))));
  }

  private static Set<Map<String, String>> words(List<PermissionSet> sets) {
    return sets.stream()
        .map(set ->
            set.levels().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        need -> need.getValue().name().toLowerCase(Locale.ROOT))))
        .collect(Collectors.toSet());
  }
}
