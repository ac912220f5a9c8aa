package io.github.tokenpreflight.tools;

import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.tree.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The tools of this build, read on first use: a check without `tools:` never reads them.
public final class KnownTools {
  /// Whole months after which an entry is a guess.
  public static final int FRESH_MONTHS = 18;

  private final Map<String, Tool> byName = new LinkedHashMap<>();
  private final Map<String, Tool> byUses = new LinkedHashMap<>();

  private KnownTools(List<Tool> tools) {
    for (Tool tool : tools) {
      byName.put(tool.name(), tool);
      byUses.put(tool.uses().toLowerCase(Locale.ROOT), tool);
    }
  }

  /// The tools of this build.
  public static KnownTools standard() {
    return Standard.TOOLS;
  }

  /// The tool of that name, or of that repository: `create-pull-request` or
  /// `peter-evans/create-pull-request`.
  public Optional<Tool> find(String word) {
    String folded = word.toLowerCase(Locale.ROOT).replaceFirst("@.*", "");
    return Optional.ofNullable(byName.get(folded)).or(() -> used(folded));
  }

  /// The tool that a step uses.
  ///
  /// @param action the repository, perhaps with a path in it
  public Optional<Tool> used(String action) {
    String[] parts = action.toLowerCase(Locale.ROOT).split("/", 3);
    return parts.length < 2
        ? Optional.empty()
        : Optional.ofNullable(byUses.get(parts[0] + "/" + parts[1]));
  }

  public List<Tool> all() {
    return List.copyOf(byName.values());
  }

  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  private static final class Standard {
    static final KnownTools TOOLS = new KnownTools(ToolsReader.read(TreeReader.read(file())));

    private static SourceFile file() {
      String name = "known-tools.yaml";
      try (InputStream in = KnownTools.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException(name + " is not in this build");
        }
        return new SourceFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(name + " cannot be read", e);
      }
    }
  }
}
