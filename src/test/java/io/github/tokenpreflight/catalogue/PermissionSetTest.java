package io.github.tokenpreflight.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionSetTest {
  private static final PermissionSet BOTH =
      new PermissionSet(Map.of("workflows", Level.WRITE, "contents", Level.WRITE));

  @Test
  void aSetReadsLikeGitHubsHeader() {
    assertEquals("contents=write,workflows=write", BOTH.toString());
    assertEquals("none", new PermissionSet(Map.of()).toString());
  }

  @Test
  void theTextOfTheTableIsReadBack() {
    List<PermissionSet> sets = PermissionSet.anyOf("contents=write;workflows=write,contents=write");

    assertEquals(List.of(new PermissionSet(Map.of("contents", Level.WRITE)), BOTH), sets);
    assertEquals(List.of(), PermissionSet.anyOf(""));
    assertEquals(List.of(new PermissionSet(Map.of())), PermissionSet.anyOf("none"));
  }

  @Test
  void theEmptySetIsEmpty() {
    assertTrue(new PermissionSet(Map.of()).isEmpty());
  }

  @Test
  void aPermissionThatIsNotNeededHasLevelNone() {
    assertEquals(Level.WRITE, BOTH.level("contents"));
    assertEquals(Level.NONE, BOTH.level("issues"));
  }

  @Test
  void setsAreEqualByWhatTheyNeed() {
    assertEquals(PermissionSet.anyOf("contents=write,workflows=write").getFirst(), BOTH);
    assertNotEquals(new PermissionSet(Map.of()), BOTH);
  }

  @Test
  void aNeedForLevelNoneIsABug() {
    assertThrows(
        IllegalArgumentException.class, () -> new PermissionSet(Map.of("issues", Level.NONE)));
  }
}
