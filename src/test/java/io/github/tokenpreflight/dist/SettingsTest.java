package io.github.tokenpreflight.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SettingsTest {
  @Test
  void commentsAndEmptyLinesGo() {
    String text = "# why\n\nfirst=1\n  ! note\nsecond=#2\n";

    assertEquals("first=1\nsecond=#2\n", Settings.withoutComments(text));
  }

  @Test
  void aContinuedLineIsNoComment() {
    String text = "list=one, \\\n  # two, \\\n\n# a comment after all\n";

    assertEquals("list=one, \\\n  # two, \\\n\n", Settings.withoutComments(text));
  }
}
