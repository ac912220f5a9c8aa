package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.github.GitAdvertisement.Service;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubHostTest {
  @Test
  void nothingGivenIsGitHubDotCom() {
    GitHubHost host = host("", " ");

    assertEquals(GitHubHost.GITHUB_COM.api(), host.api());
    assertTrue(host.isGitHubDotCom());
    assertFalse(host.isEnterpriseServer());
  }

  @Test
  void theOtherAddressIsWorkedOut() {
    assertPair("https://api.github.com", "", "https://api.github.com", "https://github.com");
    assertPair("", "https://github.com/", "https://api.github.com", "https://github.com");
    assertPair("https://api.acme.ghe.com", "", "https://api.acme.ghe.com", "https://acme.ghe.com");
    assertPair("", "https://acme.ghe.com", "https://api.acme.ghe.com", "https://acme.ghe.com");
    assertPair(
        "https://git.acme.test:8443/api/v3/",
        "",
        "https://git.acme.test:8443/api/v3",
        "https://git.acme.test:8443");
    assertPair(
        "", "https://git.acme.test", "https://git.acme.test/api/v3", "https://git.acme.test");
    assertPair("http://localhost:8080", "", "http://localhost:8080", "http://localhost:8080");
  }

  @Test
  void addressesAreBroughtIntoNormalForm() {
    assertPair(
        "HTTPS://API.GitHub.com:443/",
        "https://GitHub.com:443",
        "https://api.github.com",
        "https://github.com");
  }

  @Test
  void anEnterpriseServerIsKnownByThePathOfItsApi() {
    GitHubHost host = host("https://git.acme.test/api/v3", "https://git.acme.test");

    assertTrue(host.isEnterpriseServer());
    assertFalse(host.isGitHubDotCom());
    assertEquals(URI.create("https://git.acme.test/api/v3/user"), host.api("/user"));
    assertEquals(URI.create("https://git.acme.test/api/graphql"), host.graphQl());
    assertEquals(
        URI.create("https://api.acme.ghe.com/graphql"),
        host("https://api.acme.ghe.com", "").graphQl());
  }

  @Test
  void twoServersDoNotShareAToken() {
    assertFailed("different servers", "https://git.acme.test/api/v3", "https://github.com");
    assertFailed("different servers", "https://api.github.com", "https://acme.ghe.com");
    assertFailed("different servers", "http://localhost:1", "https://github.com");
  }

  @Test
  void addressesThatCannotBeRightAreFailures() {
    assertFailed("user name or password", "https://me:pass@api.github.com", "");
    assertFailed("a port above 65535", "https://git.acme.test:99999/api/v3", "");
    assertFailed("`?` or `#`", "https://api.github.com?x=1", "");
    assertFailed("`?` or `#`", "", "https://github.com#x");
    assertFailed("plain `http`", "http://api.github.com", "");
    assertFailed("does not start with", "api.github.com", "");
    assertFailed("does not start with", "", "ftp://github.com");
    assertFailed("no address", "https://api github com", "");
    assertFailed("names no host", "https:///api/v3", "");
    assertFailed("no API address", "https://git.acme.test", "");
    assertFailed("no API address", "https://api.ghe.com", "");
    assertFailed("has a path", "", "https://github.com/acme");
  }

  @Test
  void aFaultDoesNotRepeatTheAddress() {
    GitHubHost.HostReading reading = GitHubHost.read("https://me:pass@api.github.com", "");

    String words = assertInstanceOf(GitHubHost.HostReading.Failed.class, reading).words();
    assertFalse(words.contains("pass@"), words);
  }

  @Test
  void gitIsAskedOnTheWebHost() {
    assertEquals(
        "https://github.com/acme/site.git/info/refs?service=git-receive-pack",
        GitHubHost.GITHUB_COM.gitAdvertisement("acme", "site", Service.RECEIVE_PACK).toString());
    for (String odd : List.of("", "../x", "a/b", "a?b", "a b", "a@b")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> GitHubHost.GITHUB_COM.gitAdvertisement("acme", odd, Service.UPLOAD_PACK),
          odd);
    }
  }

  @Test
  void onlyItsOwnTwoOriginsAreServed() {
    GitHubHost host = GitHubHost.GITHUB_COM;

    assertTrue(host.serves(Question.get(host.api("/user"), "")));
    assertTrue(host.serves(Replies.git(Service.UPLOAD_PACK)));
    for (String odd :
        List.of(
            "https://github.com/user",
            "https://api.github.com.evil.test/user",
            "https://api.github.com:8443/user",
            "http://api.github.com/user")) {
      assertFalse(host.serves(Question.get(URI.create(odd), "")), odd);
    }
  }

  private static void assertPair(String api, String web, String expectedApi, String expectedWeb) {
    GitHubHost host = host(api, web);
    assertEquals(expectedApi, host.api().toString());
    assertEquals(expectedWeb, host.web().toString());
  }

  private static void assertFailed(String words, String api, String web) {
    GitHubHost.HostReading reading = GitHubHost.read(api, web);
    String said =
        assertInstanceOf(GitHubHost.HostReading.Failed.class, reading, api + " " + web).words();
    assertTrue(said.contains(words), said);
  }

  private static GitHubHost host(String api, String web) {
    GitHubHost.HostReading reading = GitHubHost.read(api, web);
    return assertInstanceOf(GitHubHost.HostReading.Read.class, reading, reading.toString()).host();
  }
}
