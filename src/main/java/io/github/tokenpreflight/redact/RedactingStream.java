package io.github.tokenpreflight.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// A stream that redacts UTF-8 text on its way out, line by line.
///
/// - A line goes out when it is complete, so a secret that is written in pieces is still seen
///   whole.
/// - `flush` sends what there is of an incomplete line, but keeps back an end that may be the start
///   of a secret. `close` sends that as well.
/// - Other bytes pass unchanged, even when they are not UTF-8.
/// - Not safe for several threads by itself; a `PrintStream` around it is.
public final class RedactingStream extends OutputStream {
  /// A line longer than this goes out in pieces, which bounds the memory.
  private static final int LINE_LIMIT_BYTES = 1 << 16;

  private final OutputStream out;
  private final Redactor redactor;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  public RedactingStream(OutputStream out, Redactor redactor) {
    this.out = out;
    this.redactor = redactor.forBytes();
  }

  /// A UTF-8 print stream that redacts, and flushes at the end of each line.
  public static PrintStream printing(OutputStream out, Redactor redactor) {
    return new PrintStream(new RedactingStream(out, redactor), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int rest = from + length;
    while (rest > from && bytes[rest - 1] != '\n') {
      rest--;
    }
    if (rest > from) {
      held.write(bytes, from, rest - from);
      speak(held.size());
    }
    held.write(bytes, rest, from + length - rest);
    if (held.size() > LINE_LIMIT_BYTES) {
      speakSettled();
    }
  }

  @Override
  public void flush() throws IOException {
    speakSettled();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    speak(held.size());
    out.close();
  }

  private void speakSettled() throws IOException {
    if (held.size() > 0) {
      speak(redactor.settled(held.toString(StandardCharsets.ISO_8859_1)));
    }
  }

  private void speak(int length) throws IOException {
    String text = held.toString(StandardCharsets.ISO_8859_1);
    held.reset();
    held.writeBytes(text.substring(length).getBytes(StandardCharsets.ISO_8859_1));
    String spoken = redactor.redacted(text.substring(0, length));
    out.write(spoken.getBytes(StandardCharsets.ISO_8859_1));
  }
}
