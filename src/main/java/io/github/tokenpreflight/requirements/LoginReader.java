package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.Optional;
import java.util.regex.Pattern;

/// The login of an account, or of an app as `name[bot]`.
final class LoginReader {
  static final String FORM = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\\[bot\\])?";

  private static final Pattern LOGIN = Pattern.compile(FORM);

  private LoginReader() {}

  static Optional<Declared<String>> read(Field field) {
    return field.scalar("acme-bot").flatMap(scalar -> login(field, scalar));
  }

  private static Optional<Declared<String>> login(Field field, Scalar scalar) {
    if (LOGIN.matcher(scalar.text()).matches()) {
      return Optional.of(new Declared<>(scalar.text(), scalar.span()));
    }
    String bare = scalar.text().replace("https://github.com/", "").replace("@", "").strip();
    field.wrong(
        scalar.span(),
        Quote.of(scalar.text()) + " cannot be a login",
        LOGIN.matcher(bare).matches()
            ? "replace with " + Quote.of(bare)
            : "write it as in the address of the profile page, such as `acme-bot`");
    return Optional.empty();
  }
}
