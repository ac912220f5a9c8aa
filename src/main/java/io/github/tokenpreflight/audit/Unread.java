package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;

/// What could not be read, as a finding.
public final class Unread {
  private Unread() {}

  public static AuditFinding finding(RepositoryHead head, String why) {
    return AuditFinding.of(
            Rule.UNREAD_REPOSITORY,
            Severity.WARNING,
            Spot.of(head.name()),
            "",
            "a part of this repository could not be read")
        .seen(why);
  }
}
