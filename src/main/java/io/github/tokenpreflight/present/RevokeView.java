package io.github.tokenpreflight.present;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.DeclaredToken;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.SecretUse;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.render.Printable;
import io.github.tokenpreflight.runner.WorkflowCommand;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Who breaks if a token is revoked: the repositories, workflows and jobs that read it.
///
/// It is told by names alone: by that of the token or secret, by the declared owner, or, for
/// `classic`, by declarations that allow classic tokens and nothing else.
public final class RevokeView implements Presenter {
  private static final int MOST = 60;
  private static final String CLASSIC = "classic";

  private final String what;

  public RevokeView(String what) {
    this.what = what;
  }

  @Override
  public void present(Audit audit, Consumer<String> out) {
    StringBuilder lines = new StringBuilder();
    int[] counts = new int[2];
    Set<String> names = new TreeSet<>();
    audit
        .repositories()
        .each(facts -> {
          List<DeclaredToken> tokens = facts.tokens().stream().filter(this::concerns).toList();
          List<SecretUse> uses =
              facts.uses().stream().filter(use -> concerns(use, tokens)).toList();
          if (!tokens.isEmpty() || !uses.isEmpty()) {
            counts[0]++;
            tokens.forEach(token -> names.add(token.name()));
            uses.forEach(use -> names.add(use.secret()));
            counts[1] += tell(facts, tokens, uses, counts[1], lines);
          }
        });
    StringBuilder text = new StringBuilder();
    text.append("revoking ").append(Phrases.name(Printable.line(what)));
    text.append(
        counts[0] == 0
            ? " breaks nothing that was seen"
            : " touches "
                + Phrases.names(names)
                + " in "
                + counts[0]
                + (counts[0] == 1 ? " repository" : " repositories"));
    text.append("\n\n").append(lines);
    if (counts[1] > MOST) {
      text.append("and ")
          .append(counts[1] - MOST)
          .append(" more; `--report FILE` has all of them\n");
    }
    text.append(counts[1] == 0 ? "" : "\n");
    text.append("told by names alone: a token of the same name in two repositories may be two\n");
    out.accept(WorkflowCommand.neutralised(text.toString()));
  }

  private boolean concerns(DeclaredToken token) {
    return what.equals(CLASSIC)
        ? token.power().kinds().equals(List.of(CLASSIC))
        : token.name().equalsIgnoreCase(what) || token.purpose().owner().equalsIgnoreCase(what);
  }

  private boolean concerns(SecretUse use, List<DeclaredToken> tokens) {
    return use.secret().equalsIgnoreCase(what)
        || tokens.stream()
            .anyMatch(token ->
                token.name().equalsIgnoreCase(use.secret())
                    || token.name().equalsIgnoreCase(use.as()));
  }

  /// Adds as many lines as still fit, and says how many there are.
  private static int tell(
      RepositoryFacts facts,
      List<DeclaredToken> tokens,
      List<SecretUse> uses,
      int before,
      StringBuilder lines) {
    Set<String> told = new TreeSet<>();
    for (SecretUse use : uses) {
      String job = use.job().isEmpty() ? "" : ", job " + use.job();
      told.add(use.secret() + " in " + use.spot().link() + job);
    }
    if (told.isEmpty()) {
      tokens.forEach(token ->
          told.add(token.name() + " declared in " + facts.head().name() + ", read by no workflow"));
    }
    int shown = before;
    for (String line : told) {
      if (shown++ < MOST) {
        lines.append("  ").append(Printable.line(line)).append('\n');
      }
    }
    return told.size();
  }
}
