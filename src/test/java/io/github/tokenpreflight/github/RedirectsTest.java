package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedirectsTest {
  private static final URI ASKED = URI.create("https://api.github.com/repos/acme/old");

  @Test
  void theSameOriginIsFollowedWhereverTheAddressIsRelativeOrWhole() {
    for (String target :
        List.of(
            "/repositories/7",
            "https://api.github.com/repositories/7",
            "https://API.github.com:443/repositories/7")) {
      assertEquals("/repositories/7", next(target).orElseThrow().getPath(), target);
    }
  }

  @Test
  void anyOtherSchemeHostOrPortIsNot() {
    for (String target :
        List.of(
            "http://api.github.com/repositories/7",
            "https://github.com/repositories/7",
            "https://api.github.com:8443/repositories/7",
            "https://api.github.com.evil.test/",
            "//evil.test/",
            "https://api.github.com@evil.test/",
            "mailto:me",
            "https://bad host/")) {
      assertTrue(next(target).isEmpty(), target);
      assertFalse(refusal(target).contains("acme"), target);
    }
  }

  @Test
  void theRefusalNamesTheOtherServerAndNothingElseOfTheAddress() {
    assertEquals(
        "api.github.com redirects to another server, https://evil.test, where the token is not"
            + " sent",
        refusal("https://evil.test/path?secret=1"));
    assertEquals("api.github.com redirects to no address (HTTP 302)", refusal("mailto:me"));
  }

  private static Optional<URI> next(String target) {
    return Redirects.next(response(target), ASKED);
  }

  private static String refusal(String target) {
    return Redirects.refusal(response(target), ASKED);
  }

  private static Response response(String target) {
    return Replies.reply(302, "", "location: " + target);
  }
}
