package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every request that a check of one token will send, in order. Needs no token and no network.
///
/// @param lead settles whether the rest makes sense
/// @param rest harmless and independent of one another
/// @param writes opted-in write probes, to be sent one after the other
public record Plan(Question lead, List<Question> rest, List<Question> writes) {
  public Plan {
    rest = List.copyOf(rest);
    writes = List.copyOf(writes);
  }

  /// Every question, in the order in which it is asked.
  public List<Question> questions() {
    return Stream.of(List.of(lead), rest, writes).flatMap(List::stream).toList();
  }

  /// What is asked in place of the lead question where an Enterprise Server has its limits off;
  /// absent elsewhere, where limits are never off.
  public static Optional<Question> stead(Set<TokenKind> kinds, Setting setting) {
    Questions questions = new Questions(setting.host());
    return setting.host().isEnterpriseServer()
        ? Optional.of(
            kinds.stream().anyMatch(TokenKind::hasUser)
                ? questions.user()
                : questions.installation())
        : Optional.empty();
  }

  /// The plan for a token of one of these kinds.
  public static Plan of(TokenRequirements requirements, Set<TokenKind> kinds, Setting setting) {
    Questions questions = new Questions(setting.host());
    List<Question> rest = new ArrayList<>();
    if (setting.probes().includes(ProbeLevel.READ)) {
      if (asksLogin(requirements, kinds, setting)) {
        rest.add(questions.user());
      }
      requirements
          .access()
          .repositories()
          .forEach(requirement -> rest.addAll(access(requirement, questions)));
      Places places = Places.of(requirements, setting);
      if (kinds.stream().anyMatch(TokenKind::hasPermissions)) {
        requirements
            .access()
            .permissions()
            .forEach(requirement -> rest.addAll(permission(requirement, places, kinds, setting)));
        requirements
            .forbidden()
            .permissions()
            .forEach(requirement -> rest.addAll(permission(requirement, places, kinds, setting)));
      }
      requirements.access().endpoints().stream()
          .flatMap(requirement -> Call.of(requirement, places).stream())
          .forEach(call -> rest.addAll(Calls.questions(call, kinds, setting)));
      if (kinds.stream().anyMatch(TokenKind::hasUser)) {
        requirements
            .access()
            .organizations()
            .forEach(
                requirement -> rest.add(questions.membership(requirement.organization().value())));
      }
    }
    List<Question> all = distinct(rest);
    return new Plan(
        questions.rateLimit(),
        all.stream().filter(Question::harmless).toList(),
        all.stream().filter(question -> !question.harmless()).toList());
  }

  /// Git's own answer for pull and push; for any other role, and to tell causes apart, the
  /// repository itself.
  private static List<Question> access(RepositoryRequirement requirement, Questions questions) {
    RepositoryName name = requirement.repository().value();
    return List.of(
        questions.repository(name),
        requirement.role().value().includes(Role.PUSH)
            ? questions.push(name)
            : questions.pull(name));
  }

  private static List<Question> permission(
      PermissionRequirement requirement, Places places, Set<TokenKind> kinds, Setting setting) {
    return places.of(requirement).stream()
        .flatMap(target ->
            Grants.questions(
                requirement.permission().value(),
                requirement.level().value(),
                target,
                kinds,
                setting)
                .stream())
        .toList();
  }

  private static boolean asksLogin(
      TokenRequirements requirements, Set<TokenKind> kinds, Setting setting) {
    boolean wanted = requirements.identity().login().isPresent() || setting.showLogin();
    return wanted && kinds.stream().anyMatch(TokenKind::hasUser);
  }

  private static List<Question> distinct(List<Question> questions) {
    Map<String, Question> byLine = new LinkedHashMap<>();
    questions.forEach(question -> byLine.putIfAbsent(question.line(), question));
    return List.copyOf(byLine.values());
  }
}
