package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.github.Refusal;

/// Refusals by the policy of an organization, in words.
final class Policies {
  private Policies() {}

  /// A finding for a refusal whose meaning is a policy.
  static Finding refused(String requirement, Refusal refusal) {
    String organization =
        refusal
            .organization()
            .map(name -> "the organization `" + name + "`")
            .orElse("an organization");
    String there = refusal.remedy().map(address -> ": " + address).orElse("");
    return switch (refusal.meaning()) {
      case SSO_REQUIRED ->
          finding(
                  Rule.SSO_NOT_AUTHORIZED,
                  requirement,
                  organization + " wants the token authorized for single sign-on")
              .help(
                  "authorize it"
                      + (there.isEmpty()
                          ? " at Settings > Developer settings > Personal access tokens > Configure SSO"
                          : there));
      case CLASSIC_FORBIDDEN ->
          finding(Rule.POLICY_REFUSAL, requirement, organization + " forbids classic tokens")
              .help("use a fine-grained token or a GitHub App");
      case FINE_GRAINED_FORBIDDEN ->
          finding(Rule.POLICY_REFUSAL, requirement, organization + " forbids fine-grained tokens")
              .help("use a GitHub App, or ask an owner of the organization to allow them");
      case LIFETIME_TOO_LONG ->
          finding(
                  Rule.POLICY_REFUSAL,
                  requirement,
                  organization + " forbids tokens that live as long as this one")
              .help("shorten the token's lifetime" + there);
      case APP_RESTRICTED ->
          finding(
                  Rule.POLICY_REFUSAL,
                  requirement,
                  organization + " has not approved the OAuth app of this token")
              .help("ask an owner of the organization to approve the app");
      case IP_NOT_ALLOWED ->
          finding(
                  Rule.POLICY_REFUSAL,
                  requirement,
                  organization + " does not allow the address of this runner")
              .help("run the job on a runner whose address is on the organization's IP allow list");
      default -> throw new IllegalArgumentException(refusal.meaning() + " is no policy");
    };
  }

  private static Finding finding(Rule rule, String requirement, String message) {
    return Finding.of(rule, Verdict.UNMET, requirement, message);
  }
}
