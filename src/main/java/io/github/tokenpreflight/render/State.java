package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.TokenReport;

/// How one token fared. The worst comes first.
enum State {
  NOT_MET("not met", "❌"),
  DOUBTED("unproven", "❌"),
  UNCHECKED("could not be checked", "❓"),
  WARNED("warnings", "⚠️"),
  MET("met", "✅");

  private final String word;
  private final String sign;

  State(String word, String sign) {
    this.word = word;
    this.sign = sign;
  }

  static State of(TokenReport token) {
    return token.findings().stream().map(State::of).min(State::compareTo).orElse(MET);
  }

  private static State of(Finding finding) {
    if (finding.severity() != Severity.ERROR) {
      return finding.severity() == Severity.WARNING ? WARNED : MET;
    }
    return switch (finding.verdict()) {
      case INCONCLUSIVE -> UNCHECKED;
      case UNPROVEN -> DOUBTED;
      case MET, UNMET, NOT_APPLICABLE, ERROR -> NOT_MET;
    };
  }

  String word() {
    return word;
  }

  /// A sign that is seen from afar.
  String sign() {
    return sign;
  }
}
