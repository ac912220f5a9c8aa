package io.github.tokenpreflight.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/// HTTP/2 as far as it takes to misbehave in it: frames are read and counted, request headers are
/// not looked at. Source: RFC 9113 and RFC 7541.
final class Http2 implements Server.Protocol {
  private static final int PREFACE = 24;
  private static final int MOST = 16_384;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int CONTINUATION = 9;
  private static final int CANCEL = 8;

  @Override
  public void serve(Socket socket, Server server) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    in.readFully(new byte[PREFACE]);
    frame(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.readFully(new byte[length]);
      if (type == SETTINGS && (flags & 1) == 0) {
        frame(out, SETTINGS, 1, 0, new byte[0]);
      } else if (type == HEADERS) {
        Wire answer = new OneAnswer(socket, out, stream);
        Wire.Manners manners = server.next();
        Thread.ofVirtual().start(() -> answer(manners, answer));
      }
    }
  }

  private static void answer(Wire.Manners manners, Wire answer) {
    try {
      manners.answer(answer);
    } catch (IOException gone) {
      // The client went away.
    }
  }

  private static void frame(OutputStream out, int type, int flags, int stream, byte[] content)
      throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + content.length);
    frame.put((byte) (content.length >> 16)).putShort((short) content.length);
    frame.put((byte) type).put((byte) flags).putInt(stream).put(content);
    synchronized (out) {
      out.write(frame.array());
      out.flush();
    }
  }

  private record OneAnswer(Socket socket, OutputStream out, int stream) implements Wire {
    @Override
    public void head(int status, List<String> headers) throws IOException {
      ByteArrayOutputStream block = new ByteArrayOutputStream();
      block.write(0x08); // a literal for the name number 8, `:status`
      text(block, Integer.toString(status));
      for (String header : headers) {
        int colon = header.indexOf(':');
        block.write(0); // a literal with a name of its own
        text(block, header.substring(0, colon).toLowerCase(Locale.ROOT));
        text(block, header.substring(colon + 1).strip());
      }
      byte[] all = block.toByteArray();
      for (int at = 0; at < all.length; at += MOST) {
        int end = Math.min(at + MOST, all.length);
        byte[] part = java.util.Arrays.copyOfRange(all, at, end);
        frame(out, at == 0 ? HEADERS : CONTINUATION, end == all.length ? 4 : 0, stream, part);
      }
    }

    @Override
    public void body(byte[] part) throws IOException {
      for (int at = 0; at < part.length; at += MOST) {
        byte[] piece = java.util.Arrays.copyOfRange(part, at, Math.min(at + MOST, part.length));
        frame(out, DATA, 0, stream, piece);
      }
    }

    @Override
    public void end() throws IOException {
      frame(out, DATA, 1, stream, new byte[0]);
    }

    @Override
    public void raw(byte[] bytes) throws IOException {
      synchronized (out) {
        out.write(bytes);
        out.flush();
      }
    }

    @Override
    public void reset() throws IOException {
      frame(out, RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
    }

    @Override
    public void leave() throws IOException {
      frame(out, GOAWAY, 0, 0, new byte[8]);
      socket.close();
    }

    /// A text without Huffman coding; its length is an integer with a prefix of 7 bits.
    private static void text(ByteArrayOutputStream block, String text) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      if (bytes.length < 127) {
        block.write(bytes.length);
      } else {
        block.write(127);
        int rest = bytes.length - 127;
        while (rest >= 128) {
          block.write(rest % 128 + 128);
          rest /= 128;
        }
        block.write(rest);
      }
      block.writeBytes(bytes);
    }
  }
}
