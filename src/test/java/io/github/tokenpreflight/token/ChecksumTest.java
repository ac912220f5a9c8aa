package io.github.tokenpreflight.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChecksumTest {
  @Test
  void itGivesThePublishedTails() {
    assertEquals("0zNvy2", Checksum.of("hello"));
    assertEquals("4Cuv1K", Checksum.of("DQjRBk4hVzG" + "JfGM7XgUbH2JgiWK8QC"));
  }

  @Test
  void itIsPaddedToSixCharacters() {
    assertEquals("000000", Checksum.of(""));
  }

  @Test
  void aTailFitsItsBodyAndNoOther() {
    assertTrue(Checksum.fits("hello" + "0zNvy2"));
    assertFalse(Checksum.fits("hellp" + "0zNvy2"));
    assertFalse(Checksum.fits("0zNvy2"));
    assertFalse(Checksum.fits(""));
  }
}
