package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.List;

/// Classic scopes, wanted or forbidden.
final class ScopesReader {
  private ScopesReader() {}

  static List<Declared<String>> read(Field field) {
    List<Scalar> items = field.scalars("repo");
    Texts.onlyOnce(field, items, scope -> scope);
    List<Declared<String>> scopes = new ArrayList<>();
    for (Scalar item : items) {
      if (Scopes.standard().find(item.text()).isPresent()) {
        scopes.add(new Declared<>(item.text(), item.span()));
      } else {
        field
            .errors()
            .add(
                Rule.UNKNOWN_SCOPE,
                item.span(),
                Quote.of(item.text()) + " is not a classic scope that GitHub documents",
                advice(item.text(), field.errors()));
      }
    }
    return scopes;
  }

  private static String advice(String word, Errors errors) {
    List<String> parts = List.of(word.strip().split("[\\s,]+", -1));
    if (parts.size() > 1 && Scopes.standard().names().containsAll(parts)) {
      return "write a list: `[" + String.join(", ", parts) + "]`";
    }
    List<String> near = errors.near(() -> Nearest.to(word, Scopes.standard().names()));
    if (!near.isEmpty()) {
      return "did you mean " + Phrases.anyOf(near) + "?";
    }
    String permission = word.replaceFirst(":(read|write|admin)$", "");
    if (Permissions.standard().find(permission).isPresent()) {
      return "it is a fine-grained permission: move it to `permissions`";
    }
    return "use a name such as `repo` or `read:org`";
  }
}
