package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyRulesTest {
  private static final String API = "https://api.github.com/user";

  @Test
  void withoutVariablesEverythingGoesDirectly() {
    assertEquals("direct", way(Map.of(), API));
    assertEquals("direct", way(Map.of("HTTPS_PROXY", "", "https_proxy", " "), API));
  }

  @Test
  void eachSchemeHasItsOwnProxy() {
    Map<String, String> both =
        Map.of("HTTPS_PROXY", "http://secure:8443", "HTTP_PROXY", "http://plain:8080/");

    assertEquals("secure:8443", way(both, API));
    assertEquals("plain:8080", way(both, "http://ghes.example.com/api/v3"));
  }

  @Test
  void theLowerCaseNameWins() {
    assertEquals(
        "lower:1",
        way(Map.of("https_proxy", "http://lower:1", "HTTPS_PROXY", "http://upper:2"), API));
    assertEquals("upper:2", way(Map.of("https_proxy", "", "HTTPS_PROXY", "http://upper:2"), API));
  }

  @Test
  void schemeAndPortMayBeMissing() {
    assertEquals("proxy:3128", way(Map.of("https_proxy", "proxy:3128"), API));
    assertEquals("proxy:80", way(Map.of("https_proxy", "http://proxy"), API));
  }

  @Test
  void credentialsAreDecodedAndNeverShown() {
    ProxyRules.Hop hop =
        rules(Map.of("https_proxy", "http://me:s%40f+e@proxy:3128"))
            .hop(URI.create(API))
            .orElseThrow();

    assertEquals(Optional.of("me:s@f+e"), hop.credentials());
    assertEquals("proxy:3128", hop.toString());
  }

  @Test
  void exceptionsCoverAHostAndEverythingBelowIt() {
    for (String entry : List.of("github.com", ".github.com", "*.github.com", "GitHub.com")) {
      assertEquals("direct", wayBut(entry, API), entry);
    }
    for (String entry : List.of("hub.com", "github.co", "com.", "", ",", "api.github.com.evil")) {
      assertEquals("proxy:1", wayBut(entry, API), entry);
    }
    assertEquals("direct", wayBut("*", API));
    assertEquals("direct", wayBut("a.test, api.github.com b.test", API));
  }

  @Test
  void anExceptionMayNameAPort() {
    assertEquals("direct", wayBut("api.github.com:443", API));
    assertEquals("proxy:1", wayBut("api.github.com:8443", API));
    assertEquals("direct", wayBut("ghes.test:8443", "https://ghes.test:8443/api/v3"));
  }

  @Test
  void thisMachineIsAlwaysReachedDirectly() {
    for (String uri :
        List.of(
            "http://localhost:1/", "https://127.0.0.1/", "http://127.1.2.3/", "http://[::1]/")) {
      assertEquals("direct", wayBut("", uri), uri);
    }
  }

  @Test
  void aProxyThatCannotBeReadIsAFaultThatDoesNotRepeatItsPassword() {
    for (String odd :
        List.of(
            "socks5://me:secret@proxy:1",
            "https://me:secret@proxy",
            "http://me:secret@",
            "http://me:secret@proxy:70000",
            "::")) {
      ProxyRules.ProxyReading.Failed failure =
          assertInstanceOf(
              ProxyRules.ProxyReading.Failed.class,
              ProxyRules.read(Map.of("HTTPS_PROXY", odd)),
              odd);
      assertFalse(failure.words().contains("secret"), failure.words());
    }
  }

  private static String wayBut(String exceptions, String uri) {
    return way(
        Map.of(
            "https_proxy",
            "http://proxy:1",
            "http_proxy",
            "http://proxy:1",
            "NO_PROXY",
            exceptions),
        uri);
  }

  private static String way(Map<String, String> environment, String uri) {
    return rules(environment).hop(URI.create(uri)).map(ProxyRules.Hop::toString).orElse("direct");
  }

  private static ProxyRules rules(Map<String, String> environment) {
    return assertInstanceOf(ProxyRules.ProxyReading.Read.class, ProxyRules.read(environment))
        .rules();
  }
}
