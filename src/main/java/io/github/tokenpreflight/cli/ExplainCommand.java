package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `explain`: what a word means, offline.
final class ExplainCommand {
  private final Outgoing outgoing;

  ExplainCommand(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  ExitCode run(String word) {
    Optional<String> text =
        Rule.parse(word).map(ExplainCommand::page).or(() -> Explanations.of(word));
    if (text.isPresent()) {
      outgoing.print(text.get());
      return ExitCode.DONE;
    }
    List<String> known = new ArrayList<>(Rule.ids());
    known.addAll(Explanations.words());
    List<String> near = new ArrayList<>(Explanations.levels(word));
    if (near.isEmpty()) {
      Permissions.meant(word).ifPresent(near::add);
    }
    if (near.isEmpty()) {
      near.addAll(Nearest.to(word, known));
      near.addAll(Explanations.nearEndpoints(word));
    }
    outgoing.complain(
        "nothing is known about `"
            + word
            + "`; "
            + (near.isEmpty()
                ? "explain takes a rule, an endpoint, a permission or a scope"
                : "did you mean " + Phrases.anyOf(near) + "?"));
    return ExitCode.INVALID;
  }

  /// The page of a rule, which the build copies from the documentation.
  private static String page(Rule rule) {
    try (InputStream in = ExplainCommand.class.getResourceAsStream("rules/" + rule.id() + ".md")) {
      if (in == null) {
        throw new IllegalStateException("no page explains " + rule.id());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the page of " + rule.id() + " cannot be read", e);
    }
  }
}
