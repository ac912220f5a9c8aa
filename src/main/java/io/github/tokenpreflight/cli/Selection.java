package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The declared tokens that are checked, in the order of the file.
///
/// @param errors what is wrong with the names that were given
record Selection(List<TokenRequirements> tokens, List<Finding> errors) {
  /// Those that `only` names; without it the one that is handed over, or all of them.
  static Selection of(CheckOptions options, Requirements requirements) {
    Optional<String> name = options.name();
    List<String> handed = options.token().isPresent() ? name.stream().toList() : List.of();
    List<String> only = options.only().isEmpty() ? handed : options.only();
    List<TokenRequirements> tokens =
        requirements.tokens().stream()
            .filter(token -> only.isEmpty() || only.contains(token.name().value()))
            .toList();
    return new Selection(tokens, errors(options, requirements));
  }

  private static List<Finding> errors(CheckOptions options, Requirements requirements) {
    List<String> declared =
        requirements.tokens().stream().map(token -> token.name().value()).toList();
    List<String> wanted = new ArrayList<>(options.only());
    options.name().ifPresent(wanted::add);
    List<Finding> errors = new ArrayList<>();
    wanted.stream()
        .filter(name -> !declared.contains(name))
        .forEach(name -> errors.add(undeclared(name, declared)));
    options
        .name()
        .filter(name -> !options.only().isEmpty() && !options.only().contains(name))
        .ifPresent(name ->
            errors.add(
                Finding.error(
                        Rule.WRONG_INPUT, "`only` leaves out `" + name + "`, which `name` names")
                    .help("name it in `only` too, or leave `only` out")));
    return errors;
  }

  private static Finding undeclared(String name, List<String> declared) {
    List<String> near = Nearest.to(name, declared);
    return Finding.error(
            Rule.WRONG_INPUT, "the requirements file declares no token named `" + name + "`")
        .seen("it declares " + Phrases.names(declared))
        .help(
            near.isEmpty()
                ? "name one of them, or declare it"
                : "did you mean " + Phrases.anyOf(near) + "?");
  }
}
