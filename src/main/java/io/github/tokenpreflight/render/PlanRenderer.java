package io.github.tokenpreflight.render;

import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;

/// A plan in words: every request, why it is sent, and what it costs.
///
/// @param stead what is asked besides where limits are off
/// @param notes what there is to say about the plan, a line each
public record PlanRenderer(Plan plan, Optional<Question> stead, List<String> notes) {
  public PlanRenderer {
    notes = List.copyOf(notes);
  }

  /// Whose plan it is.
  ///
  /// @param kinds the titles of the kinds of token that the plan is for
  public static String head(String name, List<String> kinds) {
    String first = kinds.getFirst();
    String article = "AEIOUaeiou".indexOf(first.charAt(0)) < 0 ? "a " : "an ";
    return name
        + ", if it is "
        + (first.equals(TokenKind.ACTIONS.title()) ? "" : article)
        + String.join(" or ", kinds)
        + ": ";
  }

  /// The requests, and the notes below them.
  public String body() {
    StringBuilder out = new StringBuilder();
    out.append(Phrases.count(plan.questions().size(), "request")).append('\n');
    plan.questions().forEach(question -> append(out, question, cost(question)));
    stead
        .filter(question ->
            plan.questions().stream().noneMatch(it -> it.line().equals(question.line())))
        .ifPresent(question ->
            out.append("  if the server has its rate limits off, also ")
                .append(question.line())
                .append('\n'));
    notes.forEach(note -> out.append("  ").append(note).append('\n'));
    return out.toString();
  }

  private static String cost(Question question) {
    if (question.door() == Question.Door.GIT) {
      return "no API budget";
    }
    return question.uri().getPath().endsWith("/rate_limit") ? "free" : "1 request";
  }

  private static void append(StringBuilder out, Question question, String cost) {
    out.append("  ").append(question.line()).append("\n      ").append(question.why());
    out.append(" (").append(cost).append(")\n");
    question.body().ifPresent(body -> out.append("      body: ").append(body).append('\n'));
  }
}
