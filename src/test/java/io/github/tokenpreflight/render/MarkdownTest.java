package io.github.tokenpreflight.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void namesInBackticksStayCode() {
    assertEquals("lacks `read:org` and `a_b`", Markdown.own("lacks `read:org` and `a_b`"));
  }

  @Test
  void aBacktickWithoutAPartnerIsOnlyABacktick() {
    assertEquals("a \\` b", Markdown.own("a ` b"));
    assertEquals("a \\`\\` b", Markdown.own("a `` b"));
    assertEquals("`a`\\`", Markdown.own("`a``"));
  }

  @Test
  void nothingBecomesHtmlEmphasisAHeadingOrAnImage() {
    assertEquals(
        "&lt;img&gt; \\*\\*b\\*\\* \\_i\\_ \\# h \\!\\[x\\](y) &amp;amp; \\\\ \\~",
        Markdown.own("<img> **b** _i_ # h ![x](y) &amp; \\ ~"));
  }

  @Test
  void nobodyIsMentioned() {
    assertEquals("@&#8203;acme/team", Markdown.own("@acme/team"));
  }

  @Test
  void ourAddressesAreLinksAndForeignOnesAreText() {
    assertEquals(
        "at <https://github.com/a_b?c#d>, now", Markdown.own("at https://github.com/a_b?c#d, now"));
    assertEquals(
        "at https:&#8203;//a.example http:&#8203;//b.example www&#8203;.c.example #&#8203;12",
        Markdown.foreign("at https://a.example http://b.example www.c.example #12"));
  }

  @Test
  void anAddressCannotLeaveItsBrackets() {
    assertEquals("<https://a>&gt;&lt;b&gt;", Markdown.own("https://a><b>"));
    assertEquals("<https://>", Markdown.own("https://"));
  }

  @Test
  void codeMayHoldBackticks() {
    assertEquals("`a`", Markdown.code("a"));
    assertEquals("`` a`b ``", Markdown.code("a`b"));
    assertEquals("```` ```x ````", Markdown.code("```x"));
    assertEquals("", Markdown.code(""));
  }

  @Test
  void aTextStaysOnItsLineAndInItsCell() {
    assertEquals("a b", Markdown.own("a\nb"));
    assertEquals("`a b`", Markdown.code("a\r\nb"));
    assertEquals("a \\| `b\\|c`", Markdown.cell(Markdown.own("a | `b|c`")));
  }
}
