package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Grant;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Reach;
import io.github.tokenpreflight.evidence.Target;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Optional;
import java.util.Set;

/// Why a fine-grained token may not reach a thing: four causes look alike, and GitHub names none.
///
/// - Owner: a token has one resource owner.
/// - Selection: the repository is not among those selected.
/// - Approval: the organization has not approved the token yet.
/// - Permission: the token was not given it.
///
/// Source: GitHub docs, "Managing your personal access tokens", read 2026-08-22 (documented).
final class FourCauses {
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
    return Optional.of(
        seesPrivate(matter, place)
            ? "ruled out, because it sees the private repository: owner, selection, approval; "
                + "left: the permission itself"
            : "possible causes: the permission, another resource owner, "
                + "the repository is not selected, the token is not approved yet");
  }

  private static boolean seesPrivate(Case matter, Target place) {
    return place instanceof Target.Repository(var name)
        && matter.evidence().reach(name) instanceof Reach.Visible open
        && open.isPrivate();
  }
}
