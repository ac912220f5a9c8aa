package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How everything that is required of one token is settled. Needs no token and no network.
///
/// @param lead settles whether the rest makes sense
/// @param user asks whose token it is, where that matters
/// @param forbidden what the token must not have
public record Plan(
    Question lead,
    Optional<Question> user,
    List<Wanted<RepositoryRequirement>> repositories,
    List<Wanted<PermissionRequirement>> permissions,
    List<Wanted<PermissionRequirement>> forbidden,
    List<Wanted<Call>> calls,
    List<Membership> memberships) {
  public Plan {
    repositories = List.copyOf(repositories);
    permissions = List.copyOf(permissions);
    forbidden = List.copyOf(forbidden);
    calls = List.copyOf(calls);
    memberships = List.copyOf(memberships);
  }

  /// The plan for a token of one of these kinds.
  public static Plan of(TokenRequirements requirements, Set<TokenKind> kinds, Setting setting) {
    Questions questions = new Questions(setting.host());
    Inquiries inquiries = new Inquiries(kinds, setting);
    Places places = Places.of(requirements, setting);
    boolean hasUser = kinds.stream().anyMatch(TokenKind::hasUser) && setting.asks();
    boolean showsLogin = requirements.identity().login().isPresent() || setting.showLogin();
    return new Plan(
        questions.rateLimit(),
        hasUser && showsLogin ? Optional.of(questions.user()) : Optional.empty(),
        requirements.access().repositories().stream()
            .map(requirement -> wanted(requirement, inquiries))
            .toList(),
        permissions(requirements.access().permissions(), places, inquiries),
        permissions(requirements.forbidden().permissions(), places, inquiries),
        requirements.access().endpoints().stream()
            .flatMap(requirement -> Call.of(requirement, places).stream())
            .map(call -> new Wanted<>(call, call.target(), inquiries.call(call)))
            .toList(),
        !hasUser
            ? List.of()
            : requirements.access().organizations().stream()
                .map(requirement ->
                    new Membership(
                        requirement, questions.membership(requirement.organization().value())))
                .toList());
  }

  private static Wanted<RepositoryRequirement> wanted(
      RepositoryRequirement requirement, Inquiries inquiries) {
    return new Wanted<>(
        requirement,
        new Target.Repository(requirement.repository().value()),
        inquiries.role(requirement.repository().value(), requirement.role().value()));
  }

  private static List<Wanted<PermissionRequirement>> permissions(
      List<PermissionRequirement> requirements, Places places, Inquiries inquiries) {
    List<Wanted<PermissionRequirement>> wanted = new ArrayList<>();
    for (PermissionRequirement requirement : requirements) {
      for (Target place : places.of(requirement)) {
        wanted.add(
            new Wanted<>(
                requirement,
                place,
                inquiries.permission(
                    requirement.permission().value(), requirement.level().value(), place)));
      }
    }
    return wanted;
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

  /// Every question once, in the order in which it is asked: the lead, what is harmless, and last
  /// what needs consent.
  public List<Question> questions() {
    return Stream.of(Stream.of(lead), rest().stream(), writes().stream())
        .flatMap(questions -> questions)
        .toList();
  }

  /// The harmless questions behind the lead, which do not depend on one another.
  public List<Question> rest() {
    return distinct().stream().filter(Question::harmless).toList();
  }

  /// Opted-in write probes, to be sent one after the other.
  public List<Question> writes() {
    return distinct().stream().filter(question -> !question.harmless()).toList();
  }

  private List<Question> distinct() {
    Map<String, Question> byLine = new LinkedHashMap<>();
    Stream.of(
            user.stream(),
            Stream.of(repositories, permissions, forbidden, calls)
                .flatMap(List::stream)
                .flatMap(wanted -> wanted.inquiry().questions()),
            memberships.stream().map(Membership::question))
        .flatMap(questions -> questions)
        .forEach(question -> byLine.putIfAbsent(question.line(), question));
    return List.copyOf(byLine.values());
  }
}
