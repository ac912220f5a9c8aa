package io.github.tokenpreflight.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The secret, closed to everybody but its two readers.
///
/// Only the transport, which sends it, and the disguises, which hide it, may reveal it. What it
/// prints says nothing that the secret is made of.
public final class Token {
  private static final List<String> SCHEMES = List.of("bearer ", "token ");

  private final String given;
  private final String value;
  private final TokenForm form;
  private final List<Blemish> blemishes;

  private Token(String given, String value, List<Blemish> blemishes) {
    this.given = given;
    this.value = value;
    this.form = TokenForm.of(value);
    this.blemishes = List.copyOf(blemishes);
  }

  /// Boxes a value as the environment gave it; absent when nothing but white space, quotation marks
  /// or a header scheme is there, which is what a missing secret leaves behind.
  ///
  /// White space, quotation marks and a header scheme around the token are taken off, and named as
  /// blemishes, so that the rest of the checks can still speak about the token itself.
  public static Optional<Token> of(String given) {
    List<Blemish> blemishes = new ArrayList<>();
    String value = given.strip();
    if (!value.equals(given)) {
      blemishes.add(Blemish.SURROUNDING_SPACE);
    }
    String unquoted = withoutQuotes(value);
    if (!unquoted.equals(value)) {
      blemishes.add(Blemish.QUOTES);
    }
    value = withoutScheme(unquoted);
    if (!value.equals(unquoted)) {
      blemishes.add(Blemish.SCHEME_PREFIX);
    }
    String bare = withoutQuotes(value);
    if (!bare.equals(value) && !blemishes.contains(Blemish.QUOTES)) {
      blemishes.add(Blemish.QUOTES);
    }
    value = bare;
    if (value.isEmpty() || value.equalsIgnoreCase("bearer")) {
      return Optional.empty();
    }
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      blemishes.add(Blemish.LINE_BREAK);
    } else if (!value.chars().allMatch(Token::isPart)) {
      blemishes.add(Blemish.UNSENDABLE);
    } else if (looksCutShort(value)) {
      blemishes.add(Blemish.CUT_SHORT);
    }
    return Optional.of(new Token(given, value, blemishes));
  }

  public TokenForm form() {
    return form;
  }

  /// What is wrong with its outside, in the order it was found.
  public List<Blemish> blemishes() {
    return blemishes;
  }

  /// Whether it is an expression of a workflow that should have been replaced by a secret.
  public boolean isExpression() {
    return value.startsWith("${{");
  }

  /// Whether it can stand in an HTTP header at all.
  public boolean sendable() {
    return !isExpression()
        && !blemishes.contains(Blemish.LINE_BREAK)
        && !blemishes.contains(Blemish.UNSENDABLE);
  }

  /// The secret itself, without what stood around it. For the transport and the disguises only.
  public String reveal() {
    return value;
  }

  /// The secret as it was given, with what stood around it. For the disguises only.
  public String revealAsGiven() {
    return given;
  }

  /// Whether both boxes hold the same secret.
  public boolean isSameAs(Token other) {
    return value.equals(other.value);
  }

  /// Whether a text holds the secret.
  public boolean standsIn(String text) {
    return text.contains(value);
  }

  /// The number of characters, which is no secret.
  public int length() {
    return value.length();
  }

  /// Whether the same was given.
  @Override
  public boolean equals(Object other) {
    return other instanceof Token token && token.given.equals(given);
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }

  /// The form and the length, nothing else.
  @Override
  public String toString() {
    return "Token[" + form + ", " + value.length() + " characters]";
  }

  /// Tokens of every form are made of these (documented and recorded); anything else is another
  /// secret, which must not be sent to GitHub.
  private static boolean isPart(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-';
  }

  private static String withoutQuotes(String value) {
    String inner = value;
    while (inner.length() > 1
        && "\"'`".indexOf(inner.charAt(0)) >= 0
        && inner.charAt(0) == inner.charAt(inner.length() - 1)) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return inner;
  }

  private static String withoutScheme(String value) {
    for (String scheme : SCHEMES) {
      if (value.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return value.substring(scheme.length()).strip();
      }
    }
    return value;
  }

  private static boolean looksCutShort(String value) {
    TokenForm form = TokenForm.of(value);
    String rest = value.substring(form.prefix().length());
    return switch (form) {
      case CLASSIC, OAUTH, APP_USER -> rest.length() != 36 || !Checksum.fits(rest);
      case INSTALLATION -> rest.indexOf('.') < 0 && rest.length() != 36;
      case FINE_GRAINED -> rest.length() != 82 || rest.charAt(22) != '_';
      case REFRESH, LEGACY, OTHER -> false;
    };
  }
}
