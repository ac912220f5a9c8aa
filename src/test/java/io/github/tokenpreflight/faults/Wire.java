package io.github.tokenpreflight.faults;

import java.io.IOException;
import java.util.List;

/// One answer on the wire, in whichever protocol, sound or broken.
interface Wire {
  /// What a server does with one request.
  @FunctionalInterface
  interface Manners {
    void answer(Wire wire) throws IOException;
  }

  /// Status and headers as `name: value`, the body still to come.
  void head(int status, List<String> headers) throws IOException;

  /// A part of the body.
  void body(byte[] part) throws IOException;

  /// The body is over.
  void end() throws IOException;

  /// Bytes outside of any message, as they are.
  void raw(byte[] bytes) throws IOException;

  /// Breaks this answer off: the connection (HTTP/1.1) or the stream (HTTP/2).
  void reset() throws IOException;

  /// Takes its leave of the connection in good order, with the answer not given.
  void leave() throws IOException;
}
