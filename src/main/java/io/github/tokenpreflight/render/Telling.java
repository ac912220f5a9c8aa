package io.github.tokenpreflight.render;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Proof;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What there is to say about one finding besides its message: the same in every voice.
final class Telling {
  private static final int MOST_REQUESTS = 3;

  private Telling() {}

  /// One labelled text, such as what was seen.
  record Note(String label, String text) {}

  /// Seen, also, asked, why, help and docs, in this order.
  static List<Note> notes(Finding finding, boolean discreet, Guide guide) {
    List<Note> notes = new ArrayList<>();
    for (Seen seen : finding.seen()) {
      notes.add(new Note("seen", seen.text(discreet)));
    }
    together(finding).ifPresent(text -> notes.add(new Note("also", text)));
    asked(finding).forEach(request -> notes.add(new Note("asked", request)));
    finding
        .parts()
        .flatMap(part -> part.why().stream())
        .distinct()
        .forEach(why -> notes.add(new Note("why", why)));
    for (String help : finding.help()) {
      notes.add(new Note("help", help));
    }
    notes.add(new Note("docs", guide.to(finding.rule())));
    return notes;
  }

  /// The requirements that are told with it, unless its message names what each is about.
  static Optional<String> together(Finding finding) {
    List<String> requirements = finding.parts().map(Finding::requirement).distinct().toList();
    return finding.also().isEmpty() || finding.statement().items().size() >= requirements.size()
        ? Optional.empty()
        : Optional.of("it stands in the way of " + Phrases.names(requirements));
  }

  /// The requests behind it, so that the reader can ask again; not those that were told already.
  static List<String> asked(Finding finding) {
    return finding.proofs().stream()
        .map(Proof::request)
        .filter(request -> finding.seen().stream().noneMatch(it -> it.full().contains(request)))
        .limit(MOST_REQUESTS)
        .toList();
  }

  /// Whether a finding is told at length; the others take a line each.
  static boolean atLength(Finding finding) {
    return finding.severity() != Severity.NOTE;
  }

  /// The word for a verdict where there is little room.
  static String shortWord(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE ? "n/a" : verdict.word();
  }

  /// What the underline of the excerpt says; nothing where the text itself is wrong.
  static String label(Finding finding) {
    if (finding.verdict() == Verdict.ERROR) {
      return "";
    }
    return switch (finding.rule()) {
      case FORBIDDEN_SCOPE, FORBIDDEN_PERMISSION -> "forbidden here";
      case EXCESS_SCOPE, TOKEN_NEVER_EXPIRES, TOKEN_LIVES_TOO_LONG -> "declared here";
      default -> "required here";
    };
  }
}
