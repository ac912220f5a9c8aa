package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Repositories and the role wanted in each.
final class RepositoriesReader {
  private RepositoriesReader() {}

  static List<RepositoryRequirement> read(Field field) {
    List<RepositoryRequirement> requirements = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Field entry : field.fields("acme/site: push").map(Fields::all).orElse(List.of())) {
      Optional<Declared<RepositoryName>> name = name(entry.entry().key(), entry.errors());
      Optional<Declared<Role>> role = role(entry);
      Span first = seen.putIfAbsent(entry.name().toLowerCase(Locale.ROOT), entry.at());
      if (first != null) {
        entry
            .errors()
            .add(
                Rule.DUPLICATE_KEY,
                entry.at(),
                Quote.of(entry.name()) + " differs from an earlier key only in case",
                "remove it here or at " + entry.errors().link(first));
      }
      if (name.isPresent() && role.isPresent()) {
        requirements.add(new RepositoryRequirement(name.get(), role.get()));
      }
    }
    return requirements;
  }

  /// The list of repositories below `on`.
  static List<Declared<RepositoryName>> names(Field field) {
    List<Scalar> items = field.scalars("acme/site");
    if (field.isEmptyList()) {
      field.wrong(
          field.value().span(),
          Quote.of(field.name()) + " names no repository",
          "name one, or remove the key to mean every declared repository");
    }
    Texts.onlyOnce(field, items, name -> name.toLowerCase(Locale.ROOT));
    return items.stream()
        .map(item -> name(item, field.errors()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Declared<RepositoryName>> name(Scalar scalar, Errors errors) {
    Optional<RepositoryName> name = parse(scalar.text());
    if (name.isEmpty()) {
      errors.add(
          Rule.WRONG_VALUE,
          scalar.span(),
          Quote.of(scalar.text()) + " is not the name of a repository",
          advice(scalar.text()));
    }
    return name.map(value -> new Declared<>(value, scalar.span()));
  }

  /// GitHub takes `.git` off the name of a new repository, so none ends in it.
  private static Optional<RepositoryName> parse(String text) {
    return RepositoryName.parse(text)
        .filter(name -> !name.name().toLowerCase(Locale.ROOT).endsWith(".git"));
  }

  private static String advice(String text) {
    String bare = text.strip();
    if (bare.contains("*")) {
      return "name each repository: wildcards are not supported";
    }
    int host = bare.indexOf("://");
    if (host >= 0) {
      bare = bare.substring(bare.indexOf('/', host + 3) + 1);
    } else if (bare.startsWith("git@")) {
      bare = bare.substring(bare.indexOf(':') + 1);
    } else if (bare.startsWith("github.com/")) {
      bare = bare.substring("github.com/".length());
    }
    String[] parts = bare.split("/", -1);
    String name = parts.length > 1 ? parts[1].replaceFirst("(?i)\\.git$", "") : "";
    String found = parts[0] + "/" + name;
    if (parse(found).isPresent() && !found.equals(text)) {
      return "replace with " + Quote.of(found);
    }
    return parse("owner/" + text).isPresent()
        ? "add its owner: " + Quote.of("OWNER/" + text)
        : "write `OWNER/NAME`, such as `acme/site`";
  }

  private static Optional<Declared<Role>> role(Field entry) {
    String word = entry.value() instanceof Scalar scalar ? scalar.text() : "";
    String known = word.equals("read") ? "pull" : word.equals("write") ? "push" : "";
    if (known.isEmpty()) {
      return entry.choice(Role::parse, Role.words());
    }
    entry.wrong(
        entry.value().span(),
        Quote.of(word) + " is not a role in a repository",
        "replace with `" + known + "`, GitHub's word for the role");
    return Optional.empty();
  }
}
