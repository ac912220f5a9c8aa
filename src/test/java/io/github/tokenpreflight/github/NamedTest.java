package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTest {
  @ParameterizedTest
  @CsvSource({
    "https://api.github.com/user, https://github.com/orgs/acme/sso, true",
    "https://api.github.com/user, https://docs.github.com/articles/x, true",
    "https://api.acme.ghe.com/user, https://acme.ghe.com/settings, true",
    "https://git.acme.test/api/v3/user, https://git.acme.test/orgs/a/sso, true",
    "http://127.0.0.1:1/user, https://github.com/orgs/acme/sso, true",
    "https://api.github.com/user, https://github.com.evil.test/orgs/acme/sso, false",
    "https://api.github.com/user, https://evil.test/github.com, false",
    "https://api.github.com/user, http://github.com/orgs/acme/sso, false",
    "https://api.github.com/user, https://github.com@evil.test/, false",
    "https://api.github.com/user, https://me:pw@github.com/, false",
    "https://git.acme.test/api/v3/user, https://github.com/login, false",
    "https://api.github.com/user, javascript:alert(1), false"
  })
  void aLinkLeadsToTheServerThatWasAskedOrIsNone(URI asked, String link, boolean kept) {
    assertEquals(kept ? Optional.of(link) : Optional.empty(), Named.link(asked, link));
  }

  @ParameterizedTest
  @ValueSource(strings = {"octocat", "acme-bot", "mona_acme", "dependabot[bot]", "0"})
  void aLoginHasGitHubsShape(String login) {
    assertEquals(true, Named.isLogin(login));
  }

  @Test
  void anythingElseIsNone() {
    for (String text : new String[] {"", "-a", "a b", "<script>", "a".repeat(101), "a[bot][bot]"}) {
      assertEquals(false, Named.isLogin(text), text);
    }
  }
}
