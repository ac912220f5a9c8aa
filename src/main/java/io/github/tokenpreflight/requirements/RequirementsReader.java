package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Decoded;
import io.github.tokenpreflight.tree.Decoder;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Style;
import io.github.tokenpreflight.tree.Quote;
import io.github.tokenpreflight.tree.Tree;
import io.github.tokenpreflight.tree.TreeReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From the content of a requirements file to typed requirements, or everything that is wrong with
/// it.
public final class RequirementsReader {
  /// The smallest file that says something, in one line that is YAML and JSON.
  public static final String SMALLEST = "{ \"version\": 1, \"tokens\": { \"RELEASE_TOKEN\": {} } }";

  /// More than any repository has; each takes a thread, a request and a place in the reports.
  static final int MOST_TOKENS = 1000;

  private static final List<String> KEYS = List.of("$schema", "version", "tokens");

  private RequirementsReader() {}

  /// Reads JSON if the path ends in `.json`, YAML otherwise.
  ///
  /// @param path the path to show
  public static Reading read(String path, byte[] content) {
    return read(Decoder.decode(path, content));
  }

  /// Reads requirements that stand in an input instead of a file.
  ///
  /// @param name what to show in place of a path
  public static Reading readInline(String name, String text) {
    return read(Decoder.decode(name, text));
  }

  private static Reading read(Decoded decoded) {
    if (decoded instanceof Decoded.Undecodable undecodable) {
      Finding error = undecodable.error();
      boolean empty = error.rule() == Rule.NO_REQUIREMENTS;
      return new Reading.Invalid(
          undecodable.file(), List.of(empty ? error.help(smallest()) : error));
    }
    PastedTokens pasted = PastedTokens.in(decoded.file());
    SourceFile file = pasted.masked();
    Tree tree = TreeReader.read(file);
    Errors errors = new Errors(file, tree);
    pasted.refuse(errors);
    Expressions.refuse(file, errors);
    List<TokenRequirements> tokens =
        tree.root().isPresent() ? root(tree.root().get(), errors) : nothing(file, tree, errors);
    return errors.isEmpty()
        ? new Reading.Read(new Requirements(file, tokens), errors.sorted())
        : new Reading.Invalid(file, errors.sorted());
  }

  private static List<TokenRequirements> nothing(SourceFile file, Tree tree, Errors errors) {
    if (tree.errors().isEmpty()) {
      errors.add(Rule.NO_REQUIREMENTS, firstWord(file), "the file holds only comments", smallest());
    }
    return List.of();
  }

  private static Span firstWord(SourceFile file) {
    int line = 1;
    while (file.line(line).filter(String::isBlank).isPresent()) {
      line++;
    }
    String words = file.line(line).orElse("");
    return new Span(line, words.length() - words.stripLeading().length() + 1, 1);
  }

  private static List<TokenRequirements> root(Node root, Errors errors) {
    if (root instanceof Scalar scalar && scalar.isNothing()) {
      errors.add(Rule.NO_REQUIREMENTS, root.span(), "the file holds nothing", smallest());
      return List.of();
    }
    if (!(root instanceof Mapping mapping)) {
      errors.add(
          Rule.WRONG_TYPE,
          root.span(),
          "the file must be a mapping, but is " + root.kind(),
          smallest());
      return List.of();
    }
    Fields fields = new Fields(mapping, mapping.span(), errors);
    Optional<Field> jobs = fields.find("jobs");
    if (jobs.isPresent() && fields.find("tokens").isEmpty()) {
      errors.alone(
          Rule.WRONG_TYPE,
          jobs.get().at(),
          "the file is a workflow, not a requirements file",
          "`token-preflight init` writes a requirements file from the workflows");
      return List.of();
    }
    return version(fields) ? tokens(fields) : List.of();
  }

  /// Whether the file is of a version that can be judged; the keys of others may mean anything.
  private static boolean version(Fields fields) {
    Optional<Node> value = fields.required("version", "version: 1").map(Field::value);
    if (value.isEmpty()) {
      return true;
    }
    if (value.get() instanceof Scalar scalar && scalar.isCount()) {
      return scalar.text().equals("1") || unknownVersion(scalar, fields.errors());
    }
    fields
        .errors()
        .add(
            Rule.WRONG_TYPE,
            value.get().span(),
            "`version` must be the number 1, but is " + shown(value.get()),
            "write `version: 1`, without quotes");
    return true;
  }

  private static boolean unknownVersion(Scalar version, Errors errors) {
    errors.add(
        Rule.UNSUPPORTED_VERSION,
        version.span(),
        "version " + Quote.of(version.text()) + " of the format is not known here",
        "write `version: 1`, or use a newer release that knows it");
    return false;
  }

  private static String shown(Node value) {
    if (!(value instanceof Scalar scalar) || scalar.isNothing()) {
      return value.kind();
    }
    return (scalar.style() == Style.PLAIN ? "" : "the text ") + Quote.of(scalar.text());
  }

  private static List<TokenRequirements> tokens(Fields fields) {
    fields.only(KEYS, RequirementsReader::home);
    fields.find("$schema").ifPresent(schema -> Texts.text(schema, TokenReader.LONGEST_WHY));
    String example = "RELEASE_TOKEN: {}";
    Optional<Fields> named =
        fields
            .required("tokens", "tokens: { " + example + " }")
            .flatMap(tokens -> tokens.fields(example));
    if (named.isPresent() && named.get().all().isEmpty()) {
      fields
          .errors()
          .add(
              Rule.NO_REQUIREMENTS,
              named.get().owner(),
              "no token is declared",
              "write `tokens: { " + example + " }`");
    }
    List<Field> all = named.map(Fields::all).orElse(List.of());
    if (all.size() > MOST_TOKENS) {
      fields
          .errors()
          .add(
              Rule.WRONG_VALUE,
              all.get(MOST_TOKENS).at(),
              "more than " + MOST_TOKENS + " tokens are declared",
              "divide them among several files");
      return List.of();
    }
    return all.stream().map(TokenReader::read).toList();
  }

  /// Where a key belongs that stands at the top.
  private static String home(String key) {
    if (TokenReader.KEYS.contains(key)) {
      return "move it below the name of a token";
    }
    boolean loud = !key.isEmpty() && Character.isUpperCase(key.charAt(0));
    return loud && key.equals(key.toUpperCase(Locale.ROOT))
        ? "if it is a token, indent it below `tokens:`"
        : "";
  }

  private static String smallest() {
    return "the smallest file: `" + SMALLEST + "`";
  }
}
