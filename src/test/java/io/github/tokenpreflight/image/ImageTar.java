package io.github.tokenpreflight.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// An image as Jib writes it into a file.
///
/// @param config how a container of it is started
/// @param layers the files of each layer and whether they can be executed, the lowest layer first
record ImageTar(JsonNode config, List<NavigableMap<String, Boolean>> layers) {
  private static final int BLOCK = 512;
  private static final int EXECUTABLE = 0b001_000_000;

  static ImageTar read(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      entries(in, (name, _, content) -> parts.put(name, content));
    }
    JsonNode manifest = json(parts, "manifest.json").path(0);
    List<NavigableMap<String, Boolean>> layers = new ArrayList<>();
    for (JsonNode layer : manifest.path("Layers")) {
      layers.add(files(parts.getOrDefault(layer.asText(), new byte[0])));
    }
    return new ImageTar(json(parts, manifest.path("Config").asText()).path("config"), layers);
  }

  /// All files of all layers.
  NavigableMap<String, Boolean> files() {
    NavigableMap<String, Boolean> files = new TreeMap<>();
    layers.forEach(files::putAll);
    return files;
  }

  private static NavigableMap<String, Boolean> files(byte[] layer) throws IOException {
    NavigableMap<String, Boolean> files = new TreeMap<>();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(layer))) {
      entries(
          in,
          (name, mode, _) -> {
            if (!name.endsWith("/")) {
              files.put("/" + name, (mode & EXECUTABLE) != 0);
            }
          });
    }
    return files;
  }

  private static JsonNode json(Map<String, byte[]> parts, String name) throws IOException {
    return new JsonMapper().readTree(parts.getOrDefault(name, new byte[0]));
  }

  private interface Each {
    void entry(String name, int mode, byte[] content);
  }

  /// Reads a tar file. Extended headers are passed over: names here are short.
  private static void entries(InputStream in, Each each) throws IOException {
    while (true) {
      byte[] head = in.readNBytes(BLOCK);
      if (head.length < BLOCK || head[0] == 0) {
        return;
      }
      int size = number(head, 124, 12);
      byte[] content = in.readNBytes(size);
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      char type = (char) head[156];
      if (type == '0' || type == '5' || type == 0) {
        each.entry(text(head, 0, 100), number(head, 100, 8), content);
      }
    }
  }

  private static int number(byte[] head, int start, int length) {
    return Integer.parseInt(text(head, start, length).strip(), 8);
  }

  private static String text(byte[] head, int start, int length) {
    String text = new String(head, start, length, StandardCharsets.US_ASCII);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }
}
