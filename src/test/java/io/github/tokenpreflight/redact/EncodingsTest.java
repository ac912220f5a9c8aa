package io.github.tokenpreflight.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EncodingsTest {
  private static final String ODD = "a b/c+d=é\"\\<&'>~*\n";

  @Test
  void theInsideOfBase64StandsInEveryTextAroundIt() {
    String secret = "Preflight-Secret-" + "é?>";
    for (String before : new String[] {"", "1", "12", "123", "1234", "12345"}) {
      for (String after : new String[] {"", "1", "12", "123"}) {
        String whole = Encodings.base64(before + secret + after);
        String within = Encodings.base64Within(secret, before.length() % 3);

        assertTrue(whole.contains(within), before + "|" + after);
        assertTrue(within.length() >= secret.length(), within);
      }
    }
  }

  @Test
  void theInsideOfAnEmptyTextIsEmpty() {
    for (int before = 0; before < 3; before++) {
      assertEquals("", Encodings.base64Within("", before));
    }
  }

  @Test
  void percentEncodingKeepsOnlyUnreservedCharacters() {
    String percent = Encodings.percent(ODD);

    assertEquals("a%20b%2Fc%2Bd%3D%C3%A9%22%5C%3C%26%27%3E~%2A%0A", percent);
    assertEquals(
        "a%20b%2fc%2bd%3d%c3%a9%22%5c%3c%26%27%3e~%2a%0a", Encodings.lowerPercent(percent));
  }

  @Test
  void jsonIsEscapedAsLittleOrAsMuchAsWritersDo() {
    assertEquals("a b/c+d=é\\\"\\\\<&'>~*\\n\\u0001", Encodings.json(ODD + "\u0001"));
    assertEquals(
        "a b/c+d\\u003d\\u00e9\\\"\\\\\\u003c\\u0026\\u0027\\u003e~*\\n",
        Encodings.jsonForHtml(ODD));
  }

  @Test
  void xmlAndHtmlDifferInTheirQuotationMarks() {
    assertEquals("&lt;&amp;&apos;&quot;&gt;", Encodings.xml("<&'\">"));
    assertEquals("&lt;&amp;&#39;&#34;&gt;", Encodings.html("<&'\">"));
  }
}
