package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.explain.Explanation;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// `explain`: what a word means, offline.
final class ExplainCommand {
  private final Io io;
  private final Outgoing outgoing;

  ExplainCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// @param all whether long lists are shown as a whole
  ExitCode run(String word, boolean all) {
    LocalDate today = LocalDate.ofInstant(io.clock().instant(), ZoneOffset.UTC);
    Optional<String> text =
        Rule.parse(word).map(ExplainCommand::page).or(() -> Explanation.of(word, all, today));
    if (text.isPresent()) {
      outgoing.print(text.get());
      return ExitCode.DONE;
    }
    List<String> near = Explanation.near(word, Rule.ids());
    outgoing.complain(
        "nothing is known about `"
            + word
            + "`; "
            + (near.isEmpty()
                ? "explain takes a rule, a tool, an endpoint, a permission, a scope, a key of the file, a status"
                    + " or a sentence of GitHub's"
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
