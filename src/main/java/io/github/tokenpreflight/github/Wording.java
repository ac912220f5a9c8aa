package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Refusal.Meaning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence of GitHub's and what it means. The only place that knows the sentences.
///
/// Certainty: recorded or published unless a row says otherwise; read 2026-08 to 2026-11. Nothing
/// looser than the sentence is matched: an unknown sentence has no meaning here.
///
/// @param statuses the statuses it was seen with
/// @param pattern matches from the start; `org` and `url` name the groups that are worth keeping
record Wording(Meaning meaning, Set<Integer> statuses, Pattern pattern) {
  private static final String ORG = "[`'\"](?<org>[^`'\"]{1,100})[`'\"]";
  private static final String THE_ORG = "The " + ORG + " (?:organization|enterprise) ";
  private static final String CORRECT =
      "Although you appear to have the correct authorization credentials, the ";
  private static final String URL = "(?<url>https?://[^\\s\"'`]+)";

  private static final List<Wording> ALL =
      List.of(
          row(Meaning.BAD_CREDENTIALS, "Bad credentials\\.?$", 401),
          // Git, 2025 and before.
          row(Meaning.BAD_CREDENTIALS, "Invalid username or (?:token|password)\\.", 401),
          row(Meaning.REQUIRES_AUTHENTICATION, "Requires authentication\\.?$", 401),
          row(Meaning.REQUIRES_AUTHENTICATION, "No anonymous write access\\.?$", 401),
          row(Meaning.JSON_WEB_TOKEN, "A JSON web token could not be decoded", 401),
          row(Meaning.JSON_WEB_TOKEN, "Integration must generate a public key", 401),
          row(Meaning.JSON_WEB_TOKEN, "'(?:Issuer|Issued at|Expiration time)' claim ", 401),
          row(Meaning.ONE_TIME_PASSWORD, "Must specify two-factor authentication OTP code", 401),
          row(Meaning.SECONDARY_LIMIT, "You have exceeded a secondary rate limit", 403, 429),
          row(Meaning.SECONDARY_LIMIT, "You have triggered an abuse detection mechanism", 403, 429),
          row(Meaning.PRIMARY_LIMIT, "API rate limit (?:already )?exceeded", 403, 429),
          row(Meaning.TOO_MANY_LOGINS, "Max(?:imum)? number of login attempts? exceeded", 403),
          row(
              Meaning.SSO_REQUIRED,
              "Resource protected by organization SAML enforcement",
              403,
              404),
          // Git; the address in the second sentence is not in every published copy.
          row(
              Meaning.SSO_REQUIRED,
              THE_ORG + "has enabled or enforced SAML SSO(?:.* visit " + URL + ")?",
              403),
          row(
              Meaning.LIFETIME_TOO_LONG,
              THE_ORG
                  + "forbids access via an? [^.]* if the token's lifetime is greater than"
                  + "(?:.* following URL: "
                  + URL
                  + ")?",
              403),
          row(
              Meaning.CLASSIC_FORBIDDEN,
              ORG + " forbids access via a personal access token \\(classic\\)",
              403),
          // Git.
          row(
              Meaning.CLASSIC_FORBIDDEN,
              "Personal access tokens \\(classic\\) are forbidden from accessing this repository",
              403),
          // By analogy with the two rows around it: inferred.
          row(
              Meaning.CLASSIC_FORBIDDEN,
              THE_ORG + "forbids access via a personal access tokens? \\(classic\\)",
              403),
          row(
              Meaning.FINE_GRAINED_FORBIDDEN,
              THE_ORG + "forbids access via a fine-grained personal access tokens?",
              403),
          row(
              Meaning.APP_RESTRICTED,
              CORRECT
                  + ORG
                  + " organization has enabled OAuth App access restrictions"
                  + "(?:.* visit "
                  + URL
                  + ")?",
              403),
          row(
              Meaning.IP_NOT_ALLOWED,
              CORRECT + "(?:" + ORG + " )?organization has an IP allow list enabled",
              403),
          // Git.
          row(
              Meaning.IP_NOT_ALLOWED,
              "The repository owner has an IP allow list enabled, and \\S+ is not permitted",
              403),
          row(Meaning.SUSPENDED, "Sorry\\. Your account was suspended", 403),
          row(Meaning.SUSPENDED, "This installation has been suspended", 403),
          // Git; the end of the sentence varies.
          row(Meaning.SUSPENDED, "Your account is suspended", 403),
          row(Meaning.USER_AGENT, "Missing or invalid User Agent string", 403),
          row(
              Meaning.MISSING_PERMISSION,
              "Resource not accessible by (?:personal access token|integration)\\.?$",
              403),
          row(Meaning.MISSING_SCOPE, "You need at least [a-z_]+:[a-z_]+ scope", 403),
          row(
              Meaning.MISSING_SCOPE,
              "refusing to allow an? .* workflow .* without [`'\"]workflow[`'\"] scope",
              403,
              404,
              409,
              422),
          row(
              Meaning.MISSING_PERMISSION,
              "refusing to allow a GitHub App .* without [`'\"]workflows[`'\"] permission",
              403,
              404,
              409,
              422),
          row(Meaning.MISSING_ROLE, "Must have (?:push access|admin rights)", 403),
          row(Meaning.MISSING_ROLE, "You must be an admin to create an invitation", 403),
          row(Meaning.MISSING_ROLE, "You need to be a member\\.?$", 403),
          row(
              Meaning.PLAN,
              "Upgrade to GitHub (?:Pro|Team|Enterprise) or make this repository public to enable",
              403),
          row(Meaning.PLAN, "Your current plan does not support GitHub Pages", 422),
          row(
              Meaning.FEATURE_OFF,
              "(?:Advanced|Code) Security must be enabled for this repository",
              403),
          row(
              Meaning.FEATURE_OFF,
              "GitHub Code Security or GitHub Advanced Security is not enabled",
              403),
          row(Meaning.FEATURE_OFF, "Code scanning is not enabled for this repository", 403),
          row(Meaning.FEATURE_OFF, "Dependabot alerts are disabled for this repository", 403),
          row(Meaning.FEATURE_OFF, "Secret scanning is disabled on this repository", 404),
          row(Meaning.FEATURE_OFF, "Vulnerability alerts are disabled", 404),
          row(Meaning.FEATURE_OFF, "Vulnerability alerts must be enabled to configure", 422),
          row(Meaning.FEATURE_OFF, "Issues are disabled for this repo", 410),
          row(
              Meaning.SETTING,
              "GitHub Actions is not permitted to create or approve pull requests",
              403),
          // GraphQL.
          row(Meaning.SETTING, "Pull request Auto merge is not allowed for this repository", 403),
          row(Meaning.GIT_DENIED, "Write access to repository not granted", 403),
          row(Meaning.GIT_DENIED, "Permission to \\S+ denied to ", 403),
          row(Meaning.RESOURCE_STATE, "This repository was archived so it is read-only", 403),
          row(Meaning.RESOURCE_STATE, "Repository was archived so is read-only", 403),
          row(Meaning.RESOURCE_STATE, "Repository access blocked", 403, 451),
          row(Meaning.RESOURCE_STATE, "Unable to disable a workflow that is not active", 403),
          row(Meaning.RESOURCE_STATE, "Required status check \".{1,200}\" is expected", 405),
          row(Meaning.ABSENT, "no analysis found", 404),
          row(Meaning.ABSENT, "Branch not (?:protected|found)\\.?$", 404),
          row(Meaning.ABSENT, "(?:Push restrictions|Required status checks) not enabled", 404),
          row(Meaning.ABSENT, "No parent issue found", 404),
          row(
              Meaning.ABSENT,
              "User does not exist or is not a (?:public )?member of the organization",
              404),
          row(Meaning.NOT_FOUND, "Repository not found\\.?$", 403),
          row(Meaning.LIMITS_OFF, "Rate limiting is not enabled", 404),
          // 410 with this sentence is inferred: no answer of a retired version was published.
          row(
              Meaning.API_VERSION,
              "(?i).{0,80}X-GitHub-Api-Version[`'\"]? request header",
              400,
              410),
          row(Meaning.VALIDATION, "Validation Failed", 422),
          row(Meaning.VALIDATION, "Invalid request\\.", 422),
          row(Meaning.VALIDATION, "Reference does not exist", 422),
          row(Meaning.VALIDATION, "No commit found for SHA: ", 422),
          row(Meaning.VALIDATION, "You cannot pass both `assignee` and `assignees`", 422),
          row(Meaning.VALIDATION, "Invalid event: ", 422),
          row(Meaning.VALIDATION, "Workflow does not have 'workflow_dispatch' trigger", 422));

  /// A sentence that was recognized, with what it names.
  record Recognized(Meaning meaning, Optional<String> organization, Optional<String> url) {}

  /// What a sentence means at this status, if it is one we know.
  static Optional<Recognized> recognize(int status, String sentence) {
    for (Wording wording : ALL) {
      if (wording.statuses.contains(status)) {
        Matcher matcher = wording.pattern.matcher(sentence);
        if (matcher.lookingAt()) {
          return Optional.of(
              new Recognized(wording.meaning, group(matcher, "org"), group(matcher, "url")));
        }
      }
    }
    return Optional.empty();
  }

  private static Wording row(Meaning meaning, String pattern, Integer... statuses) {
    return new Wording(meaning, Set.of(statuses), Pattern.compile(pattern));
  }

  private static Optional<String> group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name)
        ? Optional.ofNullable(matcher.group(name)).map(Wording::withoutEnd)
        : Optional.empty();
  }

  /// Without the full stop that ends the sentence, not the address.
  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && ".,;)".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
