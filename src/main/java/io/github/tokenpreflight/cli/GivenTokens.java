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
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private final Optional<String> direct;

  private GivenTokens(Optional<String> direct) {
    this.direct = direct;
  }

  /// Gathers them; what does not fit together is added to the errors.
  static GivenTokens gather(
      Io io, CheckOptions options, List<TokenRequirements> chosen, List<Finding> errors) {
    Optional<String> single =
        chosen.size() == 1 ? Optional.of(chosen.getFirst().name().value()) : Optional.empty();
    Optional<String> direct = options.token().flatMap(text -> options.name().or(() -> single));
    GivenTokens gathered = new GivenTokens(direct);
    for (TokenRequirements requirements : chosen) {
      String name = requirements.name().value();
      Token.of(io.variable(name)).ifPresent(token -> gathered.tokens.put(name, token));
    }
    if (direct.isPresent()) {
      gathered.put(io, direct.get(), options.token().flatMap(Token::of), errors);
    } else if (options.token().isPresent()) {
      errors.add(
          Finding.error(Rule.WRONG_INPUT, "nothing tells which declared token `token` is")
              .seen("the requirements file declares " + chosen.size() + " tokens")
              .help(
                  "name it with `name`, or pass each token in the environment variable of its name"));
    } else if (options.name().isPresent()) {
      errors.add(
          Finding.error(
                  Rule.WRONG_INPUT, "`name` says which token `token` is, but `token` is empty")
              .as(Severity.WARNING)
              .help(
                  "check the name of the secret in `token`: GitHub passes an unknown one as an empty text"));
    }
    return gathered;
  }

  /// What was given and is empty is not replaced by what happens to be in the environment.
  private void put(Io io, String name, Optional<Token> given, List<Finding> errors) {
    Optional<Token> other = Optional.ofNullable(tokens.remove(name));
    given.ifPresent(token -> {
      tokens.put(name, token);
      if (other.filter(it -> !it.isSameAs(token)).isPresent()) {
        errors.add(
            Finding.error(Rule.WRONG_INPUT, "there are two values for `" + name + "`")
                .as(Severity.WARNING)
                .seen(
                    (io.inJob() ? "the input `token`" : "standard input")
                        + " and the environment variable `"
                        + name
                        + "` differ; the first was checked")
                .help("leave one of them out, so that what is checked is what the job uses"));
      }
    });
  }

  Optional<Token> named(String name) {
    return Optional.ofNullable(tokens.get(name));
  }

  /// Whether the token of this name does not come from the environment.
  boolean isDirect(String name) {
    return direct.filter(name::equals).isPresent();
  }
}
