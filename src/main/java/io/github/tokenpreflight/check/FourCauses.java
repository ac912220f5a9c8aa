package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Reach;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why a fine-grained token may not reach a thing: four causes look alike, and GitHub names none.
///
/// - Owner: a token has one resource owner.
/// - Selection: the repository is not among those selected.
/// - Approval: the organization has not approved the token yet.
/// - Permission: the token was not given it.
///
/// Two permissions tell them apart: refused alike, it is one of the first three; one alone refused,
/// it is the permission (captured).
///
/// Source: GitHub docs, "Managing your personal access tokens", read 2026-08-22 (documented).
final class FourCauses {
  private static final String OTHERS = "owner, selection, approval";
  private static final String LEFT = "left: the permission itself";

  private FourCauses() {}

  /// Each cause, ruled out or possible; absent for tokens that do not know these causes.
  static Optional<String> of(Case matter, Target place, Grant grant) {
    if (!matter.evidence().kinds().equals(Set.of(TokenKind.FINE_GRAINED))
        || !(grant instanceof Grant.Lacking lacking)
        || lacking.cause() != Cause.GRANT && lacking.cause() != Cause.REACH) {
      return Optional.empty();
    }
    if (lacking.cause() == Cause.REACH) {
      return Optional.of(
          "possible causes: another resource owner, the repository is not selected, "
              + "the organization has not approved the token yet, or there is no such repository");
    }
    if (seesPrivate(matter, place)) {
      return Optional.of(
          "ruled out, because it sees the private repository: " + OTHERS + "; " + LEFT);
    }
    List<Grant> others = others(matter, place, grant);
    if (others.stream().anyMatch(Grant.Held.class::isInstance)) {
      return Optional.of(
          "ruled out, because it has another permission there: " + OTHERS + "; " + LEFT);
    }
    return Optional.of(
        !others.isEmpty() && others.stream().allMatch(FourCauses::isRefused)
            ? "every permission that was asked for there is refused alike, which points to another "
                + "resource owner, a repository that is not selected, or a token that is not approved yet"
            : "possible causes: the permission, another resource owner, "
                + "the repository is not selected, the token is not approved yet");
  }

  /// What was found of the other permissions that are wanted at the same place.
  private static List<Grant> others(Case matter, Target place, Grant grant) {
    return matter.plan().permissions().stream()
        .filter(wanted ->
            wanted.place().equals(place)
                && !wanted.requirement().permission().value().name().equals("metadata"))
        .map(wanted -> wanted.inquiry().grant(matter.evidence()))
        .filter(other -> !other.by().equals(grant.by()))
        .toList();
  }

  private static boolean isRefused(Grant grant) {
    return grant instanceof Grant.Lacking lacking && lacking.has(Cause.GRANT);
  }

  private static boolean seesPrivate(Case matter, Target place) {
    return place instanceof Target.Repository(var name)
        && matter.evidence().reach(name) instanceof Reach.Visible open
        && open.isPrivate();
  }
}
