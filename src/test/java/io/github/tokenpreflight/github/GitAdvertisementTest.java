package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.github.GitAdvertisement.Service;
import io.github.tokenpreflight.github.Refusal.Meaning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitAdvertisementTest {
  private static final String PULL = "001e# service=git-upload-pack\n0000";
  private static final String PUSH = "001f# service=git-receive-pack\n0000";
  private static final String ZERO = "0".repeat(40);

  @Test
  void aRepositoryWithCommitsIsAdvertised() {
    String body = PULL + "0155" + "a1".repeat(20) + " HEAD\0multi_ack side-band-64k agent=git\n";

    GitAdvertisement.Advertised found = advertised(Service.UPLOAD_PACK, body);

    assertEquals(Service.UPLOAD_PACK, found.service());
    assertFalse(found.empty());
  }

  @Test
  void anEmptyRepositoryIsRecognized() {
    String standIn = "00a8" + ZERO + " capabilities^{}\0report-status delete-refs\n";

    assertTrue(advertised(Service.RECEIVE_PACK, PUSH + standIn).empty());
    assertTrue(advertised(Service.UPLOAD_PACK, PULL + "0000").empty());
    assertTrue(
        advertised(Service.RECEIVE_PACK, PUSH + standIn.replace(ZERO, "0".repeat(64))).empty());
  }

  @Test
  void anythingElseWithA200IsNotGit() {
    for (String body :
        List.of("", "<html>Sign in</html>", PULL, PULL + "0020garbage", PUSH + "0000")) {
      GitAdvertisement read = GitAdvertisement.read(git(Service.UPLOAD_PACK, 200, body));
      assertInstanceOf(GitAdvertisement.NotGit.class, read, body);
    }
  }

  @Test
  void refusalsOfGitMeanWhatTheyMeanElsewhere() {
    assertMeaning(Meaning.NOT_FOUND, 404, "Repository not found.");
    assertMeaning(Meaning.NOT_FOUND, 404, "Not Found");
    assertMeaning(Meaning.GIT_DENIED, 403, "Write access to repository not granted.");
    assertMeaning(Meaning.GIT_DENIED, 403, "Permission to acme/site.git denied to octocat.");
    assertMeaning(Meaning.RESOURCE_STATE, 403, "This repository was archived so it is read-only.");
    assertMeaning(
        Meaning.BAD_CREDENTIALS,
        401,
        "Invalid username or token. Password authentication is not supported for Git operations.");
    assertMeaning(Meaning.UNKNOWN, 403, "Something new.");
    assertMeaning(Meaning.UNEXPLAINED_401, 401, "");
    assertMeaning(Meaning.UNEXPLAINED_401, 401, "Repository not found.");
  }

  @Test
  void singleSignOnOverGitNamesTheOrganizationAndTheAddress() {
    String body =
        """
        The 'acme' organization has enabled or enforced SAML SSO.
        To access this repository, visit https://github.com/orgs/acme/sso?x=1 and retry.
        """;

    Refusal refusal = refused(403, body);

    assertEquals(Meaning.SSO_REQUIRED, refusal.meaning());
    assertEquals(Optional.of("acme"), refusal.organization());
    assertEquals(Optional.of("https://github.com/orgs/acme/sso?x=1"), refusal.remedy());
  }

  private static void assertMeaning(Meaning meaning, int status, String body) {
    assertEquals(meaning, refused(status, body + "\n").meaning(), body);
  }

  private static Refusal refused(int status, String body) {
    GitAdvertisement read = GitAdvertisement.read(git(Service.RECEIVE_PACK, status, body));
    return assertInstanceOf(GitAdvertisement.Refused.class, read).refusal();
  }

  private static GitAdvertisement.Advertised advertised(Service service, String body) {
    GitAdvertisement read = GitAdvertisement.read(git(service, 200, body));
    return assertInstanceOf(GitAdvertisement.Advertised.class, read);
  }

  private static Response git(Service service, int status, String body) {
    return Replies.reply(
        Replies.git(service), status, body, "content-type: text/plain; charset=UTF-8");
  }
}
