package io.github.tokenpreflight.check;

import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Payloads;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.OrganizationRequirement;
import io.github.tokenpreflight.requirements.OrganizationRole;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Is the user behind the token a member of each declared organization, and is the token authorized
/// for single sign-on there?
final class OrganizationCheck implements Check {
  private static final String ACTIVE = "active";

  @Override
  public List<Finding> judge(Case matter) {
    List<Finding> findings = new ArrayList<>();
    for (OrganizationRequirement requirement : matter.requirements().access().organizations()) {
      findings.add(
          membership(matter, requirement).at(matter.at(requirement.organization().span())));
      requirement
          .sso()
          .ifPresent(sso -> findings.add(signOn(matter, requirement).at(matter.at(sso.span()))));
    }
    return findings;
  }

  private static Finding membership(Case matter, OrganizationRequirement requirement) {
    String organization = requirement.organization().value();
    String title =
        "organizations."
            + organization
            + requirement.role().map(role -> ".role: " + role.value().word()).orElse("");
    if (matter.evidence().kinds().stream().noneMatch(TokenKind::hasUser)) {
      return Finding.of(
          Rule.ORGANIZATION_OUT_OF_REACH,
          Verdict.NOT_APPLICABLE,
          title,
          "no user stands behind an installation token");
    }
    Optional<Answer> answer = matter.membership(requirement);
    if (answer.isEmpty()) {
      return Finding.of(
              Rule.ORGANIZATION_OUT_OF_REACH,
              Verdict.UNPROVEN,
              title,
              "the membership was not asked")
          .help("use `probes: read`, which asks for it");
    }
    return switch (answer.get()) {
      case Answer.Given given ->
          membershipOf(organization, given)
              .map(found -> compared(title, requirement, found))
              .orElseGet(() -> Undecided.unanswered(Rule.ORGANIZATION_OUT_OF_REACH, title, given))
              .proof(Proofs.of(given));
      case Answer.Refused refused ->
          refused(matter, title, organization, refused).proof(Proofs.of(refused));
      case Answer.Unanswered unanswered ->
          Undecided.unanswered(Rule.ORGANIZATION_OUT_OF_REACH, title, unanswered)
              .proof(Proofs.of(unanswered));
    };
  }

  /// The membership in an answer, if it is about this organization.
  private static Optional<Payloads.Membership> membershipOf(
      String organization, Answer.Given given) {
    return Payloads.membership(given.response())
        .filter(found -> found.organization().equalsIgnoreCase(organization));
  }

  private static Finding compared(
      String title, OrganizationRequirement requirement, Payloads.Membership found) {
    String organization = requirement.organization().value();
    if (!found.state().equals(ACTIVE)) {
      return Finding.of(
              Rule.ORGANIZATION_OUT_OF_REACH,
              Verdict.UNMET,
              title,
              "the membership of `" + organization + "` is not active")
          .seen("GitHub says `state: " + found.state() + "`")
          .help(
              found.state().equals("pending")
                  ? "accept the invitation of the organization"
                  : "have an owner of the organization look at the membership");
    }
    Optional<OrganizationRole> held = OrganizationRole.parse(found.role().toLowerCase(Locale.ROOT));
    OrganizationRole wanted =
        requirement.role().map(role -> role.value()).orElse(OrganizationRole.MEMBER);
    if (held.isPresent() && held.get().includes(wanted)) {
      return Finding.of(
              Rule.ORGANIZATION_OUT_OF_REACH,
              Verdict.MET,
              title,
              "the user is `" + wanted.word() + "` of `" + organization + "`")
          .seen("GitHub says `role: " + found.role() + "`");
    }
    return Finding.of(
            Rule.MISSING_ROLE,
            Verdict.UNMET,
            title,
            "the user behind the token is not `" + wanted.word() + "` of `" + organization + "`")
        .seen("GitHub says `role: " + found.role() + "`")
        .help("have an owner of the organization give the user that role");
  }

  /// Asking for a membership needs `members: read` or a scope of the `read:org` family, so that a
  /// refusal for lack of either says nothing about the membership itself.
  private static Finding refused(
      Case matter, String title, String organization, Answer.Refused refused) {
    Meaning meaning = refused.refusal().meaning();
    String said = "GitHub answered " + refused.response().line();
    if (meaning.policy()) {
      return Policies.refused(title, refused.refusal()).seen(said);
    }
    return switch (meaning) {
      case NOT_FOUND ->
          Finding.of(
                  Rule.ORGANIZATION_OUT_OF_REACH,
                  Verdict.UNPROVEN,
                  title,
                  "could not see a membership of `" + organization + "`")
              .seen(said + ": no member, no such organization, or hidden from the token")
              .help(
                  matter
                          .evidence()
                          .scopes()
                          .filter(held -> !Scopes.standard().covers(held, "read:org"))
                          .isPresent()
                      ? "give the token the scope `read:org`, without which memberships are hidden from it; then check the name"
                      : "check the name and the membership of the user");
      case MISSING_PERMISSION, MISSING_SCOPE ->
          Finding.of(
                  Rule.ORGANIZATION_OUT_OF_REACH,
                  Verdict.UNPROVEN,
                  title,
                  "could not ask for the membership of `" + organization + "`")
              .seen(said)
              .help(
                  "give the token `members: read` (fine-grained) or `read:org` (classic) to have it checked");
      default -> Undecided.refused(Rule.ORGANIZATION_OUT_OF_REACH, title, refused);
    };
  }

  /// Only classic and OAuth tokens are authorized one by one after they were made (documented); an
  /// answer about the organization shows that the token was let in.
  private static Finding signOn(Case matter, OrganizationRequirement requirement) {
    String organization = requirement.organization().value();
    String title = "organizations." + organization + ".sso: authorized";
    Set<TokenKind> kinds = matter.evidence().kinds();
    if (kinds.stream().noneMatch(TokenKind::hasScopes)) {
      return Finding.of(
          Rule.SSO_NOT_AUTHORIZED,
          Verdict.NOT_APPLICABLE,
          title,
          "tokens of this kind are authorized when they are made");
    }
    Optional<Answer> answer = matter.membership(requirement);
    Finding finding =
        switch (answer.orElse(null)) {
          case Answer.Given given ->
              membershipOf(organization, given)
                  .map(found -> letIn(title, organization, found))
                  .orElseGet(() -> Undecided.unanswered(Rule.SSO_NOT_AUTHORIZED, title, given))
                  .proof(Proofs.of(given));
          case Answer.Refused refused when refused.refusal().meaning() == Meaning.SSO_REQUIRED ->
              Policies.refused(title, refused.refusal())
                  .seen("GitHub answered " + refused.response().line())
                  .proof(Proofs.of(refused));
          case Answer.Unanswered unanswered ->
              Undecided.unanswered(Rule.SSO_NOT_AUTHORIZED, title, unanswered)
                  .proof(Proofs.of(unanswered));
          case null, default -> notShown(title, organization);
        };
    return finding;
  }

  /// Single sign-on is asked of members (documented), so that the answer to somebody who is invited
  /// shows nothing.
  private static Finding letIn(String title, String organization, Payloads.Membership found) {
    return found.state().equals(ACTIVE)
        ? Finding.of(
            Rule.SSO_NOT_AUTHORIZED, Verdict.MET, title, "`" + organization + "` lets the token in")
        : notShown(title, organization).seen("GitHub says `state: " + found.state() + "`");
  }

  private static Finding notShown(String title, String organization) {
    return Finding.of(
        Rule.SSO_NOT_AUTHORIZED,
        Verdict.UNPROVEN,
        title,
        "could not prove that `" + organization + "` lets the token in");
  }
}
