package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.token.TokenForm;
import io.github.tokenpreflight.token.TokenKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Is the token of an allowed kind?
final class KindCheck implements Check {
  @Override
  public List<Finding> judge(Case matter) {
    if (matter.evidence().lead().token().form() == TokenForm.REFRESH) {
      return List.of(refreshToken(matter));
    }
    List<Declared<TokenKind>> required = matter.requirements().identity().kinds();
    return required.isEmpty() ? List.of() : List.of(judge(matter, required));
  }

  private static Finding refreshToken(Case matter) {
    return Finding.of(
            Rule.WRONG_KIND,
            Verdict.UNMET,
            "kinds",
            "the value is a refresh token, which no API accepts")
        .at(matter.atToken())
        .seen("it starts with `ghr_`, the prefix of refresh tokens")
        .help("save the access token (`ghu_...` or `gho_...`) that came with it");
  }

  private static Finding judge(Case matter, List<Declared<TokenKind>> required) {
    Set<TokenKind> possible = matter.evidence().kinds();
    List<TokenKind> allowed = required.stream().map(Declared::value).toList();
    String words = words(allowed);
    String requirement = "kinds: " + words;
    Finding finding;
    if (allowed.containsAll(possible)) {
      finding = Finding.of(Rule.WRONG_KIND, Verdict.MET, requirement, "the kind is allowed");
    } else if (possible.stream().noneMatch(allowed::contains)) {
      finding =
          Finding.of(
                  Rule.WRONG_KIND,
                  Verdict.UNMET,
                  requirement,
                  "the token is a " + titles(possible) + ", which `kinds` does not allow")
              .help(
                  "replace it by a " + titles(allowed),
                  "or add " + Phrases.names(List.of(words(possible))) + " to `kinds`");
    } else {
      finding =
          Finding.of(
                  Rule.WRONG_KIND,
                  Verdict.UNPROVEN,
                  requirement,
                  "the token can be a " + titles(possible) + "; nothing tells which")
              .help(
                  "allow each of them in `kinds`, or replace the token by one with a telling prefix");
    }
    return finding.at(matter.at(required.getFirst().span())).seen(seen(matter));
  }

  private static String seen(Case matter) {
    TokenForm form = matter.evidence().lead().token().form();
    return switch (form) {
      case OTHER -> "it has none of the documented prefixes";
      case LEGACY -> "it has 40 hexadecimal digits, as tokens from before April 2021 have";
      case INSTALLATION -> "it starts with `ghs_`; the limit of GET /rate_limit may tell the rest";
      default -> "it starts with `" + form.prefix() + "`";
    };
  }

  private static String words(Collection<TokenKind> kinds) {
    return kinds.stream().map(TokenKind::word).collect(Collectors.joining(", "));
  }

  private static String titles(Collection<TokenKind> kinds) {
    return kinds.stream().map(TokenKind::title).collect(Collectors.joining(" or "));
  }
}
