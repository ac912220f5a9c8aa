package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.github.Refusal.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every answer under `fixtures`, through the decoder. A fixture without a row here fails the test.
class RecordedRefusalsTest {
  /// Every recorded answer and what it means; `-` is no refusal.
  private static final String RECORDED =
      """
      autolink-404                  NOT_FOUND
      collaborator-403-push-access  MISSING_ROLE
      issue-201-deprecation-sunset  -
      octokit-errors                VALIDATION
      octokit-get-repository        -
      octokit-get-root              -
      openapi-examples              -
      org-200-finegrained           -
      org-membership-200-finegrained -
      otp-401                       ONE_TIME_PASSWORD
      rate-limit-200-classic        -
      rate-limit-401                BAD_CREDENTIALS
      rate-limit-404                NOT_FOUND
      repo-200-classic              -
      repo-200-finegrained          -
      reported-errors               -
      secondary-403                 SECONDARY_LIMIT
      secondary-429                 SECONDARY_LIMIT
      user-200-classic              -
      user-200-finegrained          -
      user-401                      BAD_CREDENTIALS
      """;

  /// Every published answer, by its title in `reported-errors.json`.
  private static final String REPORTED =
      """
      missing classic scope                                        MISSING_SCOPE
      installation token on a user endpoint                        MISSING_PERMISSION
      GITHUB_TOKEN lacks a permission                              MISSING_PERMISSION
      fine-grained PAT lacks a permission                          MISSING_PERMISSION
      organization forbids classic PATs                            CLASSIC_FORBIDDEN
      fine-grained PAT lives longer than the organization allows   LIFETIME_TOO_LONG
      SAML single sign-on not authorized                           SSO_REQUIRED
      organization restricts OAuth apps                            APP_RESTRICTED
      IP allow list                                                IP_NOT_ALLOWED
      account suspended                                            SUSPENDED
      too many bad logins                                          TOO_MANY_LOGINS
      primary limit, installation                                  PRIMARY_LIMIT
      secondary limit                                              SECONDARY_LIMIT
      abuse limit, older wording                                   SECONDARY_LIMIT
      no User-Agent                                                USER_AGENT
      Enterprise Server without rate limits                        LIMITS_OFF
      GraphQL, missing scope                                       MISSING_SCOPE
      GraphQL, SAML                                                SSO_REQUIRED
      GraphQL, primary limit                                       PRIMARY_LIMIT
      """;

  @Test
  void everyRecordedAnswerMeansWhatTheTableSays() {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String file : Fixtures.names()) {
      String name = file.replace(".json", "");
      Response response = Fixtures.recorded(name);
      boolean refused = response.status() >= 400;
      meanings.put(name, refused ? RefusalDecoder.decode(response).meaning().name() : "-");
    }

    assertEquals(table(RECORDED), meanings);
  }

  @Test
  void everyPublishedAnswerMeansWhatTheTableSays() {
    Map<String, String> meanings = new LinkedHashMap<>();
    Fixtures.reported().forEach((title, response) -> meanings.put(title, meaning(response).name()));

    assertEquals(table(REPORTED), meanings);
  }

  @Test
  void theOrganizationAndTheAddressThatMendsItAreTakenFromTheAnswer() {
    Refusal lifetime =
        RefusalDecoder.decode(
            Fixtures.reported("fine-grained PAT lives longer than the organization allows"));
    assertEquals(Optional.of("ORG"), lifetime.organization());
    assertEquals(
        Optional.of("https://github.com/settings/personal-access-tokens/1"), lifetime.remedy());

    Refusal sso = RefusalDecoder.decode(Fixtures.reported("SAML single sign-on not authorized"));
    assertEquals(Optional.of("ORG"), sso.organization());
    assertEquals(
        Optional.of("https://github.com/orgs/ORG/sso?authorization_request=EXAMPLE"), sso.remedy());

    Refusal app = RefusalDecoder.decode(Fixtures.reported("organization restricts OAuth apps"));
    assertEquals(Optional.of("ORG"), app.organization());
    assertEquals(
        Optional.of(
            "https://docs.github.com/articles/"
                + "restricting-access-to-your-organization-s-data/"),
        app.remedy());

    for (String title : List.of("organization forbids classic PATs", "IP allow list")) {
      Refusal refusal = RefusalDecoder.decode(Fixtures.reported(title));
      assertEquals(Optional.of("ORG"), refusal.organization(), title);
    }
  }

  @Test
  void aGraphQlAnswerNamesThePlaceOfEachRefusal() {
    List<RefusalDecoder.GraphQlRefusal> refusals =
        RefusalDecoder.graphQl(Fixtures.reported("GraphQL, SAML"));

    assertEquals(1, refusals.size());
    assertEquals(List.of("repository"), refusals.getFirst().path());
    assertEquals(Meaning.SSO_REQUIRED, refusals.getFirst().refusal().meaning());
  }

  /// GraphQL hides its refusals in a 200.
  private static Meaning meaning(Response response) {
    return response.status() == 200
        ? RefusalDecoder.graphQl(response).getFirst().refusal().meaning()
        : RefusalDecoder.decode(response).meaning();
  }

  private static Map<String, String> table(String text) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int split = line.lastIndexOf(' ');
      rows.put(line.substring(0, split).strip(), line.substring(split + 1));
    }
    return rows;
  }
}
