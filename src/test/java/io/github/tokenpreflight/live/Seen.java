package io.github.tokenpreflight.live;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One answer, beside what the person who made the token knows of it.
///
/// @param token what the token has by its file (`permissions`), and has not (`forbid`)
record Seen(TokenRequirements token, TokenKind kind, Question question, Answer answer) {
  /// The meaning of a refusal.
  Optional<Meaning> meaning() {
    return answer instanceof Answer.Refused refused
        ? Optional.of(refused.refusal().meaning())
        : Optional.empty();
  }

  boolean given() {
    return answer instanceof Answer.Given;
  }

  boolean git() {
    return question.door() == Question.Door.GIT;
  }

  boolean push() {
    return git() && question.line().endsWith("git-receive-pack");
  }

  /// The endpoint of the catalogue that was asked.
  Optional<Endpoint> endpoint(String prefix) {
    String path = question.uri().getPath();
    String bare = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    return git() ? Optional.empty() : Endpoints.standard().match(question.method(), bare);
  }

  /// Whether the token has the one permission that the question needs, as far as the file says.
  Optional<Boolean> holds(String prefix) {
    if (push()) {
      return holds(new PermissionSet(Map.of("contents", Level.WRITE)));
    }
    return endpoint(prefix)
        .filter(_ -> kind.hasPermissions())
        .map(endpoint -> endpoint.grants().sets())
        .filter(sets -> sets.size() == 1 && sets.getFirst().levels().size() == 1)
        .flatMap(sets -> holds(sets.getFirst()));
  }

  /// Whether the question needs this permission and no other.
  boolean needs(String permission, String prefix) {
    return endpoint(prefix)
        .map(endpoint -> endpoint.grants().sets())
        .filter(sets -> sets.size() == 1)
        .filter(sets -> sets.getFirst().levels().keySet().equals(java.util.Set.of(permission)))
        .isPresent();
  }

  private Optional<Boolean> holds(PermissionSet set) {
    String name = set.levels().keySet().iterator().next();
    Level level = set.level(name);
    if (names(token.access().permissions(), name).filter(has -> has.includes(level)).isPresent()) {
      return Optional.of(true);
    }
    boolean without =
        names(token.forbidden().permissions(), name).filter(level::includes).isPresent();
    return without ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Level> names(List<PermissionRequirement> requirements, String name) {
    return requirements.stream()
        .filter(requirement -> requirement.permission().value().name().equals(name))
        .map(requirement -> requirement.level().value())
        .findFirst();
  }
}
