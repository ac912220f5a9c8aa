package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.tree.Decoded;
import io.github.tokenpreflight.tree.Decoder;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import io.github.tokenpreflight.tree.Quote;
import io.github.tokenpreflight.tree.Tree;
import io.github.tokenpreflight.tree.TreeReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the content of a policy file to the policy, or everything that is wrong with it.
public final class PolicyReader {
  private static final String EXAMPLE = "rules: [{ kinds: [fine-grained] }]";
  private static final List<String> KEYS = List.of("$schema", "version", "rules");
  private static final List<String> CLAUSE_KEYS =
      List.of("repositories", "kinds", "forbid", "require", "at-most", "lifetimes", "exceptions");
  private static final List<String> EXCEPTION_KEYS =
      List.of("token", "repositories", "why", "until");
  private static final List<String> NEEDED = List.of("owner", "why", "used-by", "at-most");

  private final Errors errors;

  private PolicyReader(Errors errors) {
    this.errors = errors;
  }

  /// A policy, or the errors of its file, each with its place.
  public sealed interface PolicyReading {
    record Read(SourceFile file, Policy policy) implements PolicyReading {}

    record Invalid(SourceFile file, List<Finding> errors) implements PolicyReading {
      public Invalid {
        errors = List.copyOf(errors);
      }
    }
  }

  /// Reads JSON if the path ends in `.json`, YAML otherwise.
  ///
  /// @param path the path to show
  public static PolicyReading read(String path, byte[] content) {
    Decoded decoded = Decoder.decode(path, content);
    if (decoded instanceof Decoded.Undecodable undecodable) {
      return new PolicyReading.Invalid(decoded.file(), List.of(undecodable.error()));
    }
    SourceFile file = decoded.file();
    Tree tree = TreeReader.read(file);
    Errors errors = new Errors(file, tree);
    List<Policy.Clause> clauses =
        tree.root().map(root -> new PolicyReader(errors).root(root)).orElse(List.of());
    return errors.isEmpty()
        ? new PolicyReading.Read(file, new Policy(clauses))
        : new PolicyReading.Invalid(file, errors.sorted());
  }

  private List<Policy.Clause> root(Node root) {
    if (!(root instanceof Mapping mapping)) {
      errors.add(
          Rule.WRONG_TYPE,
          root.span(),
          "the policy must be a mapping, but is " + root.kind(),
          "write `version: 1` and `" + EXAMPLE + "`");
      return List.of();
    }
    Fields fields = new Fields(mapping, mapping.span(), errors);
    fields.only(KEYS, key -> CLAUSE_KEYS.contains(key) ? "move it into an item of `rules`" : "");
    fields
        .required("version", "version: 1")
        .flatMap(version -> version.scalar("1"))
        .filter(version -> !version.text().equals("1"))
        .ifPresent(version ->
            errors.add(
                Rule.UNSUPPORTED_VERSION,
                version.span(),
                "version " + Quote.of(version.text()) + " of the format is not known here",
                "write `version: 1`, or use a newer release that knows it"));
    List<Policy.Clause> clauses = new ArrayList<>();
    fields
        .required("rules", EXAMPLE)
        .ifPresent(rules -> mappings(rules, EXAMPLE).forEach(it -> clauses.add(clause(it))));
    return clauses;
  }

  /// The mappings of a list.
  private List<Fields> mappings(Field field, String example) {
    List<Fields> items = new ArrayList<>();
    if (field.value() instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Mapping mapping) {
          items.add(new Fields(mapping, mapping.span(), errors));
        } else {
          errors.add(
              Rule.WRONG_TYPE,
              item.span(),
              "an item of " + Quote.of(field.name()) + " must be a mapping, but is " + item.kind(),
              "write it like `" + example + "`");
        }
      }
    } else {
      errors.add(
          Rule.WRONG_TYPE,
          field.value().span(),
          Quote.of(field.name()) + " must be a list, but is " + field.value().kind(),
          "write `" + example + "`");
    }
    return items;
  }

  private Policy.Clause clause(Fields fields) {
    fields.only(CLAUSE_KEYS);
    Optional<Fields> forbid =
        fields.find("forbid").flatMap(field -> field.fields("scopes: [delete_repo]"));
    forbid.ifPresent(keys -> keys.only(List.of("scopes", "permissions")));
    return new Policy.Clause(
        texts(fields, "repositories", "acme/*"),
        kinds(fields),
        new TokenRequirements.Forbidden(
            forbid.flatMap(keys -> keys.find("scopes")).map(ScopesReader::read).orElse(List.of()),
            forbid
                .flatMap(keys -> keys.find("permissions"))
                .map(PermissionsReader::read)
                .orElse(List.of())),
        needed(fields),
        lifetimes(fields),
        fields.find("exceptions").map(field -> exceptions(field)).orElse(List.of()));
  }

  private static List<String> texts(Fields fields, String key, String example) {
    return fields
        .find(key)
        .map(field -> field.scalars(example).stream().map(Scalar::text).toList())
        .orElse(List.of());
  }

  private static List<TokenKind> kinds(Fields fields) {
    List<TokenKind> kinds = new ArrayList<>();
    fields
        .find("kinds")
        .ifPresent(field ->
            field
                .scalars("fine-grained")
                .forEach(item ->
                    TokenKind.parse(item.text())
                        .ifPresentOrElse(
                            kinds::add, () -> field.unknownWord(item, TokenKind.words()))));
    return kinds;
  }

  private static List<String> needed(Fields fields) {
    List<String> needed = new ArrayList<>();
    fields
        .find("require")
        .ifPresent(field ->
            field
                .scalars("owner")
                .forEach(item -> {
                  if (NEEDED.contains(item.text())) {
                    needed.add(item.text());
                  } else {
                    field.unknownWord(item, NEEDED);
                  }
                }));
    return needed;
  }

  private Policy.Lifetimes lifetimes(Fields fields) {
    List<Policy.OwnerLimit> owners = new ArrayList<>();
    fields
        .find("lifetimes")
        .flatMap(field -> field.fields("microsoft: 8d"))
        .ifPresent(limits ->
            limits
                .all()
                .forEach(limit ->
                    duration(limit)
                        .ifPresent(life -> owners.add(new Policy.OwnerLimit(limit.name(), life)))));
    return new Policy.Lifetimes(fields.find("at-most").flatMap(this::duration), owners);
  }

  private Optional<Duration> duration(Field field) {
    Optional<Scalar> scalar = field.scalar("90d");
    Optional<Duration> life = scalar.flatMap(text -> ExpiryReader.parse(text.text()));
    if (scalar.isPresent() && life.isEmpty()) {
      field.wrong(
          scalar.get().span(),
          Quote.of(scalar.get().text()) + " is not a span of time",
          "write a whole number above 0 and `h`, `d` or `w`, such as `90d`");
    }
    return life;
  }

  private List<Policy.Waiver> exceptions(Field field) {
    List<Policy.Waiver> waivers = new ArrayList<>();
    String example = "{ token: RELEASE_TOKEN, why: moves in spring, until: 2027-03-31 }";
    for (Fields item : mappings(field, example)) {
      item.only(EXCEPTION_KEYS);
      Optional<Scalar> token =
          item.required("token", "token: RELEASE_TOKEN").flatMap(it -> it.scalar("RELEASE_TOKEN"));
      Optional<String> why =
          item.required("why", "why: moves in spring")
              .flatMap(it -> Texts.text(it, TokenReader.LONGEST_WHY));
      Optional<LocalDate> until =
          item.required("until", "until: 2027-03-31").flatMap(PolicyReader::day);
      if (token.isPresent() && why.isPresent() && until.isPresent()) {
        waivers.add(
            new Policy.Waiver(
                new Declared<>(token.get().text(), token.get().span()),
                texts(item, "repositories", "acme/legacy"),
                why.get(),
                until.get()));
      }
    }
    return waivers;
  }

  private static Optional<LocalDate> day(Field field) {
    Optional<Scalar> scalar = field.scalar("2027-03-31");
    try {
      return scalar.map(text -> LocalDate.parse(text.text()));
    } catch (DateTimeException notADay) {
      field.wrong(
          scalar.orElseThrow().span(),
          Quote.of(scalar.orElseThrow().text()) + " is not a day",
          "write it like `2027-03-31`");
      return Optional.empty();
    }
  }
}
