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
import java.util.regex.Pattern;

/// Organizations, the role wanted in each, and single sign-on there.
final class OrganizationsReader {
  static final String FORM = "[A-Za-z0-9][A-Za-z0-9_-]{0,99}";
  static final List<String> KEYS = List.of("role", "sso");

  private static final Pattern NAME = Pattern.compile(FORM);
  private static final String AUTHORIZED = "authorized";

  private OrganizationsReader() {}

  static List<OrganizationRequirement> read(Field field) {
    List<OrganizationRequirement> requirements = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Field entry : field.fields("acme: { role: member }").map(Fields::all).orElse(List.of())) {
      name(entry);
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
      entry
          .fields("role: member")
          .ifPresent(fields -> requirements.add(requirement(entry, fields)));
    }
    return requirements;
  }

  private static void name(Field entry) {
    if (NAME.matcher(entry.name()).matches()) {
      return;
    }
    String bare = entry.name().replaceFirst("^(https://github.com/(orgs/)?|@)", "");
    String first = bare.replaceFirst("/.*", "");
    entry.wrong(
        entry.at(),
        Quote.of(entry.name()) + " is not the name of an organization",
        NAME.matcher(first).matches()
            ? "replace with " + Quote.of(first)
            : "write it as in its address, such as `acme`");
  }

  private static OrganizationRequirement requirement(Field entry, Fields fields) {
    fields.only(KEYS);
    if (fields.all().isEmpty()) {
      entry
          .errors()
          .add(
              Rule.MISSING_KEY,
              entry.at(),
              "nothing is required of " + Quote.of(entry.name()),
              "write `" + entry.name() + ": { role: member }`");
    }
    return new OrganizationRequirement(
        new Declared<>(entry.name(), entry.at()),
        fields.find("role").flatMap(OrganizationsReader::role),
        fields
            .find("sso")
            .flatMap(sso -> sso.choice(OrganizationsReader::sso, List.of(AUTHORIZED))));
  }

  private static Optional<Declared<OrganizationRole>> role(Field role) {
    if (role.value() instanceof Scalar scalar && scalar.text().equals("owner")) {
      role.wrong(
          scalar.span(),
          "`owner` is not a role in an organization",
          "replace with `admin`, GitHub's word for an owner");
      return Optional.empty();
    }
    return role.choice(OrganizationRole::parse, OrganizationRole.words());
  }

  private static Optional<Boolean> sso(String word) {
    return word.equals(AUTHORIZED) ? Optional.of(true) : Optional.empty();
  }
}
