package io.github.tokenpreflight.check;

import io.github.tokenpreflight.evidence.Standing;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.token.Blemish;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenForm;
import java.util.ArrayList;
import java.util.List;

/// Is the value shaped like a token?
///
/// Only what no tool could use is refuted. A checksum or a length that looks wrong is a warning,
/// because GitHub documents neither; and silent once GitHub has accepted the token.
final class ShapeCheck implements Check {
  private static final String REQUIREMENT = "shape";

  @Override
  public List<Finding> judge(Case matter) {
    Token token = matter.evidence().lead().token();
    List<Finding> findings = new ArrayList<>();
    if (token.isExpression()) {
      return List.of(expression(matter));
    }
    for (Blemish blemish : token.blemishes()) {
      if (blemish != Blemish.CUT_SHORT) {
        findings.add(blemished(matter, blemish));
      } else if (!(matter.standing() instanceof Standing.Alive)) {
        findings.add(cutShort(matter, token));
      }
    }
    return findings;
  }

  private static Finding expression(Case matter) {
    String name = matter.requirements().name().value();
    return Finding.of(
            Rule.TOKEN_MALFORMED,
            Verdict.UNMET,
            REQUIREMENT,
            "the value of `" + name + "` is an expression that nobody evaluated")
        .at(matter.atToken())
        .seen("it starts with `${{`")
        .help(
            "write it where GitHub evaluates it: in `env:` or `with:` of a step, unquoted by a shell");
  }

  private static Finding blemished(Case matter, Blemish blemish) {
    Finding finding =
        Finding.of(
                Rule.TOKEN_MALFORMED,
                Verdict.UNMET,
                REQUIREMENT,
                "the value of `" + matter.requirements().name().value() + "` " + blemish.words())
            .at(matter.atToken())
            .seen("the environment variable, looked at without asking GitHub")
            .help(help(matter, blemish));
    return blemish.fatal() ? finding : finding.as(Severity.WARNING);
  }

  private static String help(Case matter, Blemish blemish) {
    return switch (blemish) {
      case SURROUNDING_SPACE ->
          "save the secret again without the white space: `printf %s \"$TOKEN\" | gh secret set "
              + matter.requirements().name().value()
              + "`";
      case QUOTES -> "save the secret again without the quotation marks";
      case SCHEME_PREFIX -> "save the token alone, without `Bearer ` or `token ` before it";
      case LINE_BREAK -> "save the token alone, on one line: a secret holds one token";
      case UNSENDABLE -> "save the token alone; it has only letters, digits, `_`, `.`, `-`";
      case CUT_SHORT -> "save the whole token again; without a copy of it, make a new one";
    };
  }

  private static Finding cutShort(Case matter, Token token) {
    return Finding.of(
            Rule.TOKEN_MALFORMED,
            Verdict.UNPROVEN,
            REQUIREMENT,
            "the value of `"
                + matter.requirements().name().value()
                + "` "
                + Blemish.CUT_SHORT.words())
        .as(Severity.WARNING)
        .at(matter.atToken())
        .seen(
            "it has "
                + token.length()
                + " characters and starts with `"
                + token.form().prefix()
                + "`; length or checksum do not fit")
        .why("GitHub does not document the checksum, so this alone proves nothing")
        .help(help(matter, Blemish.CUT_SHORT));
  }

  /// Whether asking GitHub makes sense at all.
  static boolean askable(Token token) {
    return token.sendable() && token.form() != TokenForm.REFRESH;
  }
}
