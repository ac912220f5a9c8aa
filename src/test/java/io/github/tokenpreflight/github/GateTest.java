package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
  private final Gate gate = new Gate();

  @Test
  void theFirstGoesAloneAndThenManyAtOnce() throws InterruptedException {
    assertEquals(1, entered());

    gate.leave();

    assertEquals(Gate.WIDEST, entered());
    gate.leave();
    assertEquals(1, entered());
  }

  @Test
  void aGateThatBecomesNarrowerLetsFewerIn() throws InterruptedException {
    entered();
    gate.leave();
    int inside = entered();

    for (int i = 0; i < 16; i++) {
      assertTrue(gate.narrow());
    }
    for (int i = 0; i < inside; i++) {
      gate.leave();
    }

    assertEquals(Gate.WIDEST - 16, entered());
  }

  @Test
  void oneIsAlwaysLetIn() throws InterruptedException {
    entered();
    assertFalse(gate.narrow());
    gate.leave();
    int inside = entered();
    for (int i = 1; i < Gate.WIDEST; i++) {
      assertTrue(gate.narrow());
    }
    assertFalse(gate.narrow());
    for (int i = 0; i < inside; i++) {
      gate.leave();
    }

    assertEquals(1, entered());
  }

  private int entered() throws InterruptedException {
    int entered = 0;
    while (gate.enter(Duration.ZERO)) {
      entered++;
    }
    return entered;
  }
}
