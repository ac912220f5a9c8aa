package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RouteTest {
  @Test
  void aPathStartsWithASlashAndHasNoEmptySegmentAndNoQuery() {
    assertTrue(Route.wellFormed("/"));
    assertTrue(Route.wellFormed("/repos/acme/site"));
    assertFalse(Route.wellFormed(""));
    assertFalse(Route.wellFormed("repos/acme/site"));
    assertFalse(Route.wellFormed("/repos/acme/site/"));
    assertFalse(Route.wellFormed("/repos//site"));
    assertFalse(Route.wellFormed("/repos/acme/site?per_page=1"));
    assertFalse(Route.wellFormed("/repos/acme/site#top"));
    assertFalse(Route.wellFormed("/repos/acme/my site"));
  }

  @Test
  void aPlaceholderTakesOneSegment() {
    assertTrue(accepts("/repos/{owner}/{repo}", "/repos/acme/site"));
    assertTrue(accepts("/repos/{owner}/{repo}", "/repos/{o}/{r}"));
    assertFalse(accepts("/repos/{owner}/{repo}", "/repos/acme"));
    assertFalse(accepts("/repos/{owner}/{repo}", "/repos/acme/site/tags"));
    assertFalse(accepts("/repos/{owner}/{repo}/tags", "/repos/acme/site/{x}"));
  }

  @Test
  void filePathsAndReferencesMayHoldSlashes() {
    assertTrue(accepts("/repos/{owner}/{repo}/contents/{path}", "/repos/a/b/contents/docs/x.md"));
    assertTrue(accepts("/repos/{owner}/{repo}/git/ref/{ref}", "/repos/a/b/git/ref/heads/main"));
    assertFalse(accepts("/repos/{owner}/{repo}/commits/{ref}", "/repos/a/b/commits/c/chek-runs"));
  }

  @Test
  void fewTypingMistakesAreCounted() {
    assertEquals(OptionalInt.of(0), typos("/repos/{owner}/{repo}/tags", "/repos/a/b/tags"));
    assertEquals(OptionalInt.of(1), typos("/repos/{owner}/{repo}/tags", "/repo/a/b/tags"));
    assertEquals(OptionalInt.of(2), typos("/repos/{owner}/{repo}/releases", "/repo/a/b/relases"));
    assertEquals(OptionalInt.empty(), typos("/repos/{owner}/{repo}/tags", "/repo/a/b/tgs/x"));
    assertEquals(OptionalInt.empty(), typos("/repos/{owner}/{repo}/pages", "/repos/a/b/pulls"));
    assertEquals(OptionalInt.empty(), typos("/zen", "/abc"));
  }

  @Test
  void aBrokenPathIsMendedBeforeTheSearch() {
    assertEquals("/repos/acme/site", Route.mended(" repos//acme/site/?page=2 "));
    assertEquals("/", Route.mended(""));
  }

  private static boolean accepts(String template, String path) {
    return Route.of(template).accepts(Route.of(path));
  }

  private static OptionalInt typos(String template, String path) {
    return Route.of(template).typos(Route.of(path));
  }
}
