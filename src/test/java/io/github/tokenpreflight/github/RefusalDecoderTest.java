package io.github.tokenpreflight.github;

import static io.github.tokenpreflight.github.Replies.reply;
import static io.github.tokenpreflight.github.Replies.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.github.Refusal.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalDecoderTest {
  @Test
  void anEnterpriseMayForbidLongLivesToo() {
    Refusal refusal =
        RefusalDecoder.decode(
            says(
                403,
                "The 'Acme Open Source' enterprise forbids access via a personal access tokens"
                    + " (classic) if the token's lifetime is greater than 8 days. Please adjust"
                    + " your token's lifetime at the following URL:"
                    + " https://github.com/settings/tokens/1."));

    assertEquals(Meaning.LIFETIME_TOO_LONG, refusal.meaning());
    assertEquals(Optional.of("Acme Open Source"), refusal.organization());
    assertEquals(Optional.of("https://github.com/settings/tokens/1"), refusal.remedy());
  }

  @Test
  void anOrganizationWithoutFineGrainedTokensIsNotAboutTheirLife() {
    assertMeaning(
        Meaning.FINE_GRAINED_FORBIDDEN,
        403,
        "The 'ORG' organization forbids access via a fine-grained personal access tokens");
  }

  @Test
  void singleSignOnIsSeenByItsHeaderEvenBehindANotFound() {
    String header = "x-github-sso: required; url=https://github.com/orgs/acme/sso?x=1";

    Refusal refusal = RefusalDecoder.decode(says(404, "Not Found", header));

    assertEquals(Meaning.SSO_REQUIRED, refusal.meaning());
    assertEquals(Optional.of("acme"), refusal.organization());
  }

  @Test
  void partialResultsAreNoSignOnThatIsMissingHere() {
    Response response =
        says(404, "Not Found", "x-github-sso: partial-results; organizations=21955855");

    assertEquals(Meaning.NOT_FOUND, meaning(response));
  }

  @Test
  void limitsInWordsNobodyKnowsSpeakThroughTheirHeaders() {
    Response lastRequest =
        says(403, "Resource not accessible by integration", "x-ratelimit-remaining: 0");

    assertEquals(Meaning.MISSING_PERMISSION, meaning(lastRequest));
    assertEquals(
        Meaning.PRIMARY_LIMIT, meaning(says(403, "No, thank you", "x-ratelimit-remaining: 0")));
    assertEquals(
        Meaning.SECONDARY_LIMIT, meaning(says(403, "Not so fast, please", "retry-after: 1")));
    assertEquals(Meaning.UNKNOWN, meaning(says(403, "No, thank you", "x-ratelimit-remaining: 1")));
  }

  @Test
  void aTooManyRequestsWithoutKnownWordsIsStillALimit() {
    assertEquals(Meaning.SECONDARY_LIMIT, meaning(says(429, "Slow down")));
    assertEquals(Meaning.PRIMARY_LIMIT, meaning(says(429, "Over", "x-ratelimit-remaining: 0")));
  }

  @Test
  void theMissingRoleIsTheRolesUnlessTheScopesAlreadyDoNotSuffice() {
    String words = "Must have admin rights to Repository.";
    String held = "x-oauth-scopes: repo";

    assertEquals(
        Meaning.MISSING_SCOPE, meaning(says(403, words, held, "x-accepted-oauth-scopes: user")));
    assertEquals(
        Meaning.MISSING_ROLE, meaning(says(403, words, held, "x-accepted-oauth-scopes: repo")));
    assertEquals(Meaning.MISSING_ROLE, meaning(says(403, words, held, "x-accepted-oauth-scopes:")));
    assertEquals(Meaning.MISSING_ROLE, meaning(says(403, words)));
  }

  @Test
  void scopeHeadersThatDisagreeDoNotExplainARefusalInUnknownWords() {
    Response response =
        says(403, "Computer says no", "x-oauth-scopes: gist", "x-accepted-oauth-scopes: repo");

    assertEquals(Meaning.UNKNOWN, meaning(response));
  }

  @Test
  void knownWordsAtAnotherStatusProveNothing() {
    assertMeaning(Meaning.UNKNOWN, 403, "Bad credentials");
    assertMeaning(Meaning.UNEXPLAINED_401, 401, "Resource not accessible by integration");
    assertMeaning(Meaning.UNKNOWN, 400, "Problems parsing JSON");
    assertMeaning(Meaning.UNKNOWN, 403, "We say: Bad credentials, Must have push access");
  }

  @Test
  void statusesThatSayEnoughNeedNoWords() {
    assertEquals(Meaning.NOT_FOUND, meaning(reply(404, "")));
    assertMeaning(Meaning.RESOURCE_STATE, 409, "Git Repository is empty.");
    assertMeaning(Meaning.RESOURCE_STATE, 410, "This endpoint is gone");
    assertMeaning(Meaning.TRADE_CONTROLS, 451, "Unavailable");
    assertMeaning(Meaning.RESOURCE_STATE, 451, "Repository access blocked");
    assertMeaning(Meaning.REQUIRES_AUTHENTICATION, 401, "Requires authentication");
  }

  @Test
  void onlyAValidationMessageIsAValidation() {
    assertMeaning(Meaning.VALIDATION, 422, "Validation Failed");
    assertMeaning(Meaning.UNKNOWN, 422, "Sorry, there was a problem generating this diff.");
    assertEquals(
        Meaning.VALIDATION,
        meaning(
            reply(422, "{\"message\": \"Invalid request.\\n\\n\\\"title\\\" wasn't supplied.\"}")));
    assertEquals(
        Meaning.VALIDATION,
        meaning(reply(422, "{\"message\": \"Odd\", \"errors\": [{\"code\": \"missing\"}]}")));
    assertEquals(Meaning.UNKNOWN, meaning(reply(422, "{\"message\": \"Odd\", \"errors\": []}")));
  }

  @Test
  void anApiVersionThatTheServerDoesNotKnowIsNamedByItsHeader() {
    String words =
        "The version you specified in the \"X-GitHub-API-Version\" request header, \"2026-03-10\","
            + " is not a supported version.";

    assertMeaning(Meaning.API_VERSION, 400, words);
    assertMeaning(Meaning.API_VERSION, 410, words);
    assertEquals(
        Meaning.API_VERSION,
        meaning(reply(400, "Bad Request: " + words, "content-type: text/plain")));
  }

  @Test
  void aScopeThatIsNamedInTheSentenceIsMissing() {
    assertMeaning(
        Meaning.MISSING_SCOPE, 403, "You need at least read:packages scope to list packages.");
    assertMeaning(
        Meaning.MISSING_SCOPE,
        403,
        "refusing to allow an OAuth App to create or update workflow"
            + " `.github/workflows/ci.yml` without `workflow` scope");
    assertMeaning(
        Meaning.MISSING_PERMISSION,
        403,
        "refusing to allow a GitHub App to create or update workflow"
            + " `.github/workflows/ci.yml` without `workflows` permission");
  }

  @Test
  void aFeatureAPlanOrASettingRefusesEverybodyAlike() {
    assertMeaning(
        Meaning.PLAN,
        403,
        "Upgrade to GitHub Pro or make this repository public to enable this feature.");
    assertMeaning(
        Meaning.PLAN, 422, "Your current plan does not support GitHub Pages for this repository.");
    assertMeaning(
        Meaning.FEATURE_OFF, 403, "Code Security must be enabled for this repository to use it.");
    assertMeaning(
        Meaning.FEATURE_OFF,
        403,
        "Code scanning is not enabled for this repository. Please enable code scanning in the"
            + " repository settings.");
    assertMeaning(Meaning.FEATURE_OFF, 403, "Dependabot alerts are disabled for this repository.");
    assertMeaning(Meaning.FEATURE_OFF, 404, "Secret scanning is disabled on this repository.");
    assertMeaning(Meaning.FEATURE_OFF, 404, "Vulnerability alerts are disabled.");
    assertMeaning(Meaning.FEATURE_OFF, 410, "Issues are disabled for this repo");
    for (Meaning meaning : Meaning.values()) {
      assertFalse(
          meaning.stateOfPlace() && (meaning.besideThePoint() || meaning.policy()),
          meaning + " has one reason only");
    }
  }

  @Test
  void aOneTimePasswordIsAskedForWith401Alone() {
    String header = "x-github-otp: required; app";

    assertEquals(Meaning.ONE_TIME_PASSWORD, meaning(says(401, "Anything", header)));
    assertEquals(Meaning.UNKNOWN, meaning(says(403, "Anything", header)));
  }

  @Test
  void aThingThatIsAbsentIsNotAThingThatIsHidden() {
    assertMeaning(Meaning.ABSENT, 404, "Branch not protected");
    assertMeaning(Meaning.ABSENT, 404, "Required status checks not enabled");
    assertMeaning(Meaning.NOT_FOUND, 404, "Not Found");
    assertMeaning(Meaning.NOT_FOUND, 404, "A sentence that nobody recorded");
    assertMeaning(Meaning.UNKNOWN, 403, "Branch not protected");
  }

  @Test
  void a401InOtherWordsSaysNothingOfAMissingToken() {
    assertMeaning(Meaning.UNEXPLAINED_401, 401, "Computer says no");
    assertEquals(Meaning.UNEXPLAINED_401, meaning(reply(401, "")));
    assertMeaning(Meaning.JSON_WEB_TOKEN, 401, "A JSON web token could not be decoded");
    assertMeaning(
        Meaning.JSON_WEB_TOKEN, 401, "'Expiration time' claim ('exp') is too far in the future");
    assertTrue(Meaning.UNEXPLAINED_401.besideThePoint() && Meaning.JSON_WEB_TOKEN.besideThePoint());
  }

  @Test
  void theMessageIsKeptInOneLineAndNoLongerThanNeeded() {
    Refusal refusal =
        RefusalDecoder.decode(
            reply(403, "{\"message\": \"One\\n\\ttwo \\u001b[31m" + "x".repeat(9000) + "\"}"));

    assertTrue(refusal.message().startsWith("One two [31mxxx"), refusal.message());
    assertTrue(refusal.message().length() < 700);
  }

  @Test
  void graphQlTypesThatNobodyDocumentedMeanNothing() {
    List<Meaning> meanings = new ArrayList<>();
    String errors =
        """
        {"errors": [{"type": "NOT_FOUND", "message": "Could not resolve to a Repository"},
                    {"type": "FORBIDDEN", "message": "Resource not accessible by integration"},
                    {"type": "FORBIDDEN", "message": "No"},
                    {"type": "UNDEFINED"}]}
        """;
    RefusalDecoder.graphQl(reply(200, errors))
        .forEach(part -> meanings.add(part.refusal().meaning()));

    assertEquals(
        List.of(Meaning.NOT_FOUND, Meaning.MISSING_PERMISSION, Meaning.UNKNOWN, Meaning.UNKNOWN),
        meanings);
    assertEquals(List.of(), RefusalDecoder.graphQl(reply(200, "<html>")));
  }

  private static void assertMeaning(Meaning expected, int status, String words) {
    assertEquals(expected, meaning(says(status, words)), status + " " + words);
  }

  private static Meaning meaning(Response response) {
    return RefusalDecoder.decode(response).meaning();
  }
}
