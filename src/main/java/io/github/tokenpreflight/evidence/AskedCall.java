package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.github.Sso;
import java.util.List;

/// What the answer to a declared call says when the call itself was made.
final class AskedCall {
  private AskedCall() {}

  static Grant read(Answer answer) {
    List<Answer> by = List.of(answer);
    return switch (answer) {
      case Answer.Given given -> new Held("the call itself was answered" + gap(given), by);
      case Answer.Unanswered unanswered when isDownload(unanswered) ->
          new Held("GitHub answered with the address of the download", by);
      case Answer.Unanswered unanswered -> new Unanswered(unanswered.words(), by);
      case Answer.Refused refused -> {
        Meaning meaning = refused.refusal().meaning();
        String said = "GitHub answered " + refused.response().line();
        if (meaning.policy()) {
          yield new Lacking(refused.refusal().message(), Cause.POLICY, by);
        }
        if (meaning.besideThePoint()) {
          yield new Unanswered(said, by);
        }
        yield switch (meaning) {
          case MISSING_PERMISSION, MISSING_SCOPE -> new Lacking(said, Cause.GRANT, by);
          case MISSING_ROLE -> new Lacking(said, Cause.ROLE, by);
          // Not there, or hidden: a thing that does not exist yet says nothing about the token.
          default -> new Open(said, by);
        };
      }
    };
  }

  /// A list is let through without what single sign-on hides (documented), which is worth a word.
  private static String gap(Answer.Given answer) {
    return answer.response().facts().sso().filter(Sso.Partial.class::isInstance).isPresent()
        ? ", without what belongs to organizations that want single sign-on"
        : "";
  }

  /// Archives lie on another server, where the token is not sent; being sent there is the success
  /// (documented: `302 Found`).
  private static boolean isDownload(Answer.Unanswered answer) {
    return answer
        .response()
        .filter(response -> response.isArchiveAddress() && response.facts().fromGitHub())
        .isPresent();
  }
}
