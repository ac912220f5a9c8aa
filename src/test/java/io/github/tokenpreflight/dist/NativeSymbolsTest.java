package io.github.tokenpreflight.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class NativeSymbolsTest {
  private static final Path LIBRARY =
      Path.of(System.getProperty("java.home"), "lib/server/libjvm.so");

  @Test
  void whatIsLoadedStaysAsItIs() throws IOException {
    assumeTrue(Files.exists(LIBRARY), "Java is made of other libraries here");
    byte[] whole = Files.readAllBytes(LIBRARY);

    byte[] shorter = NativeSymbols.stripped(whole);

    assertTrue(shorter.length <= whole.length);
    int loaded = endOfLoaded(whole);
    // But for the three numbers of the head that say where the list of sections is.
    for (byte[] file : new byte[][] {whole, shorter}) {
      Arrays.fill(file, 40, 48, (byte) 0);
      Arrays.fill(file, 60, 64, (byte) 0);
    }
    assertArrayEquals(Arrays.copyOf(whole, loaded), Arrays.copyOf(shorter, loaded));
  }

  @Test
  void nothingIsTakenTwice() throws IOException {
    assumeTrue(Files.exists(LIBRARY), "Java is made of other libraries here");
    byte[] shorter = NativeSymbols.stripped(Files.readAllBytes(LIBRARY));

    assertSame(shorter, NativeSymbols.stripped(shorter));
  }

  @Test
  void whatIsNoLibraryStaysAsItIs() {
    byte[] text =
        "not ELF, and longer than the head of an ELF file would have been, by far"
            .getBytes(StandardCharsets.UTF_8);

    assertSame(text, NativeSymbols.stripped(text));
  }

  private static int endOfLoaded(byte[] file) {
    ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long end = 0;
    for (int i = 0; i < elf.getShort(56); i++) {
      int at = (int) elf.getLong(32) + i * elf.getShort(54);
      boolean load = elf.getInt(at) == 1;
      end = Math.max(end, load ? elf.getLong(at + 8) + elf.getLong(at + 32) : 0);
    }
    return (int) end;
  }
}
