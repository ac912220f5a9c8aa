package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Permissions and the level wanted, or forbidden, of each.
final class PermissionsReader {
  static final List<String> KEYS = List.of("level", "why", "on");

  /// Levels as the settings page calls them.
  private static final Pattern LABEL = Pattern.compile("(?i)read and write|read-write|read-only");

  private PermissionsReader() {}

  static List<PermissionRequirement> read(Field field) {
    List<PermissionRequirement> requirements = new ArrayList<>();
    Map<String, Field> seen = new HashMap<>();
    for (Field entry : entries(field)) {
      Optional<Permission> permission = PermissionNames.read(entry);
      permission.ifPresent(known -> onlyOnce(known, entry, seen));
      Detail detail = detail(entry, permission);
      permission
          .filter(known -> known.target() != Permission.Target.REPOSITORY && !detail.on.isEmpty())
          .ifPresent(known ->
              entry.wrong(
                  detail.on.getFirst().span(),
                  "`on` names repositories, but "
                      + Quote.of(known.name())
                      + " is not held on repositories",
                  "remove `on`; the organizations of `organizations` count, or the owner of the current repository"));
      if (permission.isPresent() && detail.level.isPresent()) {
        Declared<Permission> declared = new Declared<>(permission.get(), entry.at());
        requirements.add(
            new PermissionRequirement(declared, detail.level.get(), detail.why, detail.on));
      }
    }
    return requirements;
  }

  /// What stands below the name of a permission.
  private record Detail(
      Optional<Declared<Level>> level, Optional<String> why, List<Declared<RepositoryName>> on) {}

  private static List<Field> entries(Field field) {
    if (field.value() instanceof Scalar scalar && scalar.text().endsWith("-all")) {
      field
          .errors()
          .add(
              Rule.WRONG_TYPE,
              scalar.span(),
              "`permissions` must be a mapping, but is " + Quote.of(scalar.text()),
              "name each permission that is needed: `permissions: { contents: write }`");
      return List.of();
    }
    return field.fields("contents: write").map(Fields::all).orElse(List.of());
  }

  private static void onlyOnce(Permission permission, Field entry, Map<String, Field> seen) {
    Field first = seen.putIfAbsent(permission.name(), entry);
    if (first != null) {
      entry
          .errors()
          .add(
              Rule.DUPLICATE_KEY,
              entry.at(),
              Quote.of(entry.name()) + " is the same permission as an earlier key",
              "remove it here or at " + entry.errors().link(first.at()));
    }
  }

  private static Detail detail(Field entry, Optional<Permission> permission) {
    if (!(entry.value() instanceof Mapping mapping)) {
      return new Detail(level(entry, permission), Optional.empty(), List.of());
    }
    Fields fields = new Fields(mapping, entry.at(), entry.errors());
    fields.only(KEYS);
    return new Detail(
        fields.required("level", "level: write").flatMap(level -> level(level, permission)),
        fields.find("why").flatMap(why -> Texts.text(why, TokenReader.LONGEST_WHY)),
        fields.find("on").map(RepositoriesReader::names).orElse(List.of()));
  }

  private static Optional<Declared<Level>> level(Field field, Optional<Permission> permission) {
    if (field.value() instanceof Scalar scalar && scalar.text().equals("none")) {
      field.wrong(
          scalar.span(),
          "`none` requires nothing",
          "remove it; what a token must not have stands under `forbid`");
      return Optional.empty();
    }
    if (field.value() instanceof Scalar scalar && LABEL.matcher(scalar.text()).matches()) {
      boolean write = scalar.text().toLowerCase(Locale.ROOT).contains("write");
      field.wrong(
          scalar.span(),
          Quote.of(scalar.text()) + " is the settings page's word for a level",
          "replace with " + (write ? "`write`, which includes reading" : "`read`"));
      return Optional.empty();
    }
    List<String> words =
        words(
            permission
                .map(Permission::levels)
                .orElse(List.of(Level.READ, Level.WRITE, Level.ADMIN)));
    Optional<Declared<Level>> level = field.choice(Level::parse, words);
    return level.filter(
        wanted -> permission.isEmpty() || isPossible(field, permission.get(), wanted));
  }

  private static boolean isPossible(Field field, Permission permission, Declared<Level> wanted) {
    if (permission.levels().contains(wanted.value())) {
      return true;
    }
    field.wrong(
        wanted.span(),
        Quote.of(permission.name()) + " has no level " + Quote.of(wanted.value().wireName()),
        "replace with " + Phrases.anyOf(words(permission.levels())));
    return false;
  }

  private static List<String> words(List<Level> levels) {
    return levels.stream().map(Level::wireName).toList();
  }
}
