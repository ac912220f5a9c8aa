package io.github.tokenpreflight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LooksTest {
  @Test
  void coloursAreForTerminalsAndJobs() {
    assertTrue(Looks.coloured(io(true, Map.of("TERM", "xterm"))));
    assertTrue(Looks.coloured(io(false, Map.of("GITHUB_ACTIONS", "true"))));
    assertFalse(Looks.coloured(io(false, Map.of("TERM", "xterm"))));
    assertFalse(Looks.coloured(io(true, Map.of("TERM", "dumb"))));
    assertFalse(Looks.coloured(io(true, Map.of("CLICOLOR", "0"))));
  }

  @Test
  void whoeverForcesColoursGetsThem() {
    assertTrue(Looks.coloured(io(false, Map.of("CLICOLOR_FORCE", "1"))));
    assertTrue(Looks.coloured(io(false, Map.of("FORCE_COLOR", "1", "TERM", "dumb"))));
    assertFalse(Looks.coloured(io(false, Map.of("CLICOLOR_FORCE", "0"))));
    assertFalse(Looks.coloured(io(true, Map.of("FORCE_COLOR", "0"))));
  }

  @Test
  void noColourOutweighsAllButTheOption() {
    Io none = io(true, Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1", "GITHUB_ACTIONS", "true"));

    assertFalse(Looks.coloured(none));
    assertFalse(Looks.coloured(Looks.chosen(none, "auto")));
    assertTrue(Looks.coloured(Looks.chosen(none, "always")));
    assertFalse(Looks.coloured(Looks.chosen(io(true, Map.of("FORCE_COLOR", "1")), "never")));
  }

  @Test
  void theWidthIsThatOfTheTerminal() {
    assertEquals(72, Looks.columns(io(true, Map.of("COLUMNS", "72"))));
    assertEquals(0, Looks.columns(io(true, Map.of("COLUMNS", "many"))));
    assertEquals(0, Looks.columns(io(false, Map.of("COLUMNS", "72"))));
    assertEquals(0, Looks.columns(io(true, Map.of("COLUMNS", "72", "GITHUB_ACTIONS", "true"))));
  }

  private static Io io(boolean terminal, Map<String, String> environment) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new Io(
        environment,
        InputStream.nullInputStream(),
        nowhere,
        nowhere,
        Path.of("").toAbsolutePath(),
        InstantSource.system(),
        _ -> {},
        new Random(1),
        terminal);
  }
}
