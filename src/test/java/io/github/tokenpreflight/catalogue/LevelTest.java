package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelTest {
  @Test
  void aHigherLevelIncludesEveryLowerOne() {
    assertTrue(Level.ADMIN.includes(Level.WRITE));
    assertTrue(Level.WRITE.includes(Level.READ));
    assertTrue(Level.READ.includes(Level.NONE));
    assertTrue(Level.READ.includes(Level.READ));
    assertFalse(Level.READ.includes(Level.WRITE));
  }

  @Test
  void everyLevelIsReadBackFromItsWord() {
    for (Level level : Level.values()) {
      assertEquals(Optional.of(level), Level.parse(level.wireName()));
    }
  }

  @Test
  void anotherWordIsNoLevel() {
    assertTrue(Level.parse("Write").isEmpty());
    assertTrue(Level.parse("maintain").isEmpty());
    assertTrue(Level.parse("").isEmpty());
  }
}
