package io.github.tokenpreflight.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One act or one cause, one finding: what is mended together is told once.
public final class Causes {
  private Causes() {}

  /// Findings that are refuted or unanswered alike become one finding; everything else stays as it
  /// is, and the order too.
  public static List<Finding> merged(List<Finding> findings) {
    List<Finding> told = new ArrayList<>();
    for (Finding finding : findings) {
      int same = indexOf(told, earlier -> isTogether(earlier, finding));
      if (same < 0) {
        told.add(finding);
      } else {
        told.set(same, told.get(same).and(finding));
      }
    }
    return told;
  }

  private static boolean isTogether(Finding one, Finding other) {
    boolean fails = one.verdict() == Verdict.UNMET || one.verdict() == Verdict.INCONCLUSIVE;
    return fails
        && one.ruling().equals(other.ruling())
        && one.statement().lead().equals(other.statement().lead())
        && (sameAct(one, other) || sameReason(one, other));
  }

  /// Whether what mends the first mends the second.
  private static boolean sameAct(Finding one, Finding other) {
    return !other.remedies().isEmpty()
        && one.remedies().stream().anyMatch(act -> act.sameAs(other.remedies().getFirst()));
  }

  private static boolean sameReason(Finding one, Finding other) {
    return other.seen().isEmpty()
        ? one.seen().isEmpty() && one.rule() == other.rule()
        : one.seen().contains(other.seen().getFirst());
  }

  private static int indexOf(List<Finding> all, Predicate<Finding> wanted) {
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
