package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tokens that are there, by the name they are declared under: one may come by the input
/// `token` or by standard input, the others come from the environment.
final class GivenTokens {
  private final Map<String, Token> tokens;
  private final Optional<String> direct;
  private final List<Finding> errors;

  private GivenTokens(Map<String, Token> tokens, Optional<String> direct, List<Finding> errors) {
    this.tokens = tokens;
    this.direct = direct;
    this.errors = errors;
  }

  /// Gathers them, and what does not fit together.
  static GivenTokens gather(Io io, CheckOptions options, List<TokenRequirements> chosen) {
    Map<String, Token> tokens = new LinkedHashMap<>();
    for (TokenRequirements requirements : chosen) {
      String name = requirements.name().value();
      Token.of(io.variable(name)).ifPresent(token -> tokens.put(name, token));
    }
    Optional<String> single =
        chosen.size() == 1 ? Optional.of(chosen.getFirst().name().value()) : Optional.empty();
    Optional<String> direct = options.token().flatMap(text -> options.name().or(() -> single));
    if (direct.isEmpty()) {
      return new GivenTokens(tokens, direct, misfit(options, chosen));
    }
    // What was given and is empty is not replaced by what happens to be in the environment.
    Optional<Token> other = Optional.ofNullable(tokens.remove(direct.get()));
    Optional<Token> given = options.token().flatMap(Token::of);
    given.ifPresent(token -> tokens.put(direct.get(), token));
    boolean differ = given.isPresent() && other.filter(it -> !it.isSameAs(given.get())).isPresent();
    return new GivenTokens(tokens, direct, differ ? List.of(two(io, direct.get())) : List.of());
  }

  private static List<Finding> misfit(CheckOptions options, List<TokenRequirements> chosen) {
    if (options.token().isPresent()) {
      return List.of(
          Finding.error(Rule.WRONG_INPUT, "nothing tells which declared token `token` is")
              .seen("the requirements file declares " + chosen.size() + " tokens")
              .help(
                  "name it with `name`, or pass each token in the environment variable of its name"));
    }
    return options.name().isEmpty()
        ? List.of()
        : List.of(
            Finding.error(
                    Rule.WRONG_INPUT, "`name` says which token `token` is, but `token` is empty")
                .as(Severity.WARNING)
                .help(
                    "check the name of the secret in `token`: GitHub passes an unknown one as an empty text"));
  }

  private static Finding two(Io io, String name) {
    return Finding.error(Rule.WRONG_INPUT, "there are two values for `" + name + "`")
        .as(Severity.WARNING)
        .seen(
            (io.inJob() ? "the input `token`" : "standard input")
                + " and the environment variable `"
                + name
                + "` differ; the first was checked")
        .help("leave one of them out, so that what is checked is what the job uses");
  }

  /// What does not fit together.
  List<Finding> errors() {
    return errors;
  }

  Optional<Token> named(String name) {
    return Optional.ofNullable(tokens.get(name));
  }

  /// Whether the token of this name does not come from the environment.
  boolean isDirect(String name) {
    return direct.filter(name::equals).isPresent();
  }
}
