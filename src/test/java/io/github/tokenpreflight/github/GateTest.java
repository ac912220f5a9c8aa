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

    assertTrue(gate.narrow());
    for (int i = 0; i < inside; i++) {
      gate.leave();
    }

    assertEquals(Gate.WIDEST / 2, entered());
  }

  @Test
  void oneIsAlwaysLetIn() throws InterruptedException {
    while (gate.narrow()) {
      assertTrue(true);
    }
    assertFalse(gate.narrow());
    entered();
    gate.leave();
    for (int i = 0; i < 10; i++) {
      gate.narrow();
    }
    for (int i = entered(); i > 0; i--) {
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
