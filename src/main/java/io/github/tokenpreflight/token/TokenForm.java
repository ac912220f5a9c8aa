package io.github.tokenpreflight.token;

import java.util.List;

/// The outward shape of a token, told by its prefix alone.
///
/// Source: GitHub docs, "About authentication to GitHub", read 2026-08-22, for the prefixes
/// (documented); the lengths are third-party knowledge and the 40 hexadecimal digits of tokens from
/// before April 2021 are inferred. A shape never proves that GitHub accepts the token.
public enum TokenForm {
  CLASSIC("ghp_", List.of(TokenKind.CLASSIC)),
  FINE_GRAINED("github_pat_", List.of(TokenKind.FINE_GRAINED)),
  OAUTH("gho_", List.of(TokenKind.OAUTH)),
  APP_USER("ghu_", List.of(TokenKind.APP_USER)),
  /// Both spellings: 36 characters, or `APPID_JWT` since the staged roll-out of 2026-04-27.
  INSTALLATION("ghs_", List.of(TokenKind.APP_INSTALLATION, TokenKind.ACTIONS)),
  /// Buys a new access token; no API accepts it as one.
  REFRESH("ghr_", List.of()),
  /// 40 hexadecimal digits, from before April 2021.
  LEGACY("", List.of(TokenKind.CLASSIC, TokenKind.OAUTH)),
  /// Nothing that GitHub documents. It may still be a token, so GitHub is asked.
  OTHER("", List.of(TokenKind.values()));

  private final String prefix;

  @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
  private final List<TokenKind> kinds;

  TokenForm(String prefix, List<TokenKind> kinds) {
    this.prefix = prefix;
    this.kinds = kinds;
  }

  /// The letters such a token starts with; empty where the form has none.
  public String prefix() {
    return prefix;
  }

  /// The kinds that wear this form, none for a refresh token.
  public List<TokenKind> kinds() {
    return kinds;
  }

  /// The form of a value that has been stripped of white space, quotes and the like.
  static TokenForm of(String value) {
    for (TokenForm form : values()) {
      if (!form.prefix.isEmpty() && value.startsWith(form.prefix)) {
        return form;
      }
    }
    return value.length() == 40 && value.chars().allMatch(TokenForm::isHexDigit) ? LEGACY : OTHER;
  }

  private static boolean isHexDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
