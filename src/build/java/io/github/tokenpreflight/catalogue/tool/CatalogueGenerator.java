package io.github.tokenpreflight.catalogue.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/// Makes the shipped tables anew. For maintainers, run in the directory of the project:
///
/// - without arguments: from the collected data as it is;
/// - `update <checkout of github/docs> <day of that checkout>`: brings the collected data up to
///   date with GitHub's own tables first, and prints what changed.
final class CatalogueGenerator {
  private static final Path SOURCES = Path.of("src/test/resources/catalogue-sources");
  private static final Path TABLES =
      Path.of("src/main/resources/io/github/tokenpreflight/catalogue");

  private CatalogueGenerator() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals("update")) {
      System.out.print(update(SOURCES, Path.of(args[1]), LocalDate.parse(args[2])));
    } else if (args.length != 0) {
      throw new IllegalArgumentException("give nothing, or: update <checkout> <yyyy-mm-dd>");
    }
    write(SOURCES, TABLES);
  }

  /// Rewrites the collected permissions and returns what changed.
  static String update(Path sources, Path checkout, LocalDate day) throws IOException {
    Sources collected = Sources.read(sources);
    CollectedUpdate update =
        new CollectedUpdate(
            collected.permissions(), GitHubTables.read(checkout, collected.apiVersion()));
    String text = CollectedFile.text(update.merged(day));
    Files.writeString(sources.resolve("permissions.json"), text);
    return update.changes().summary();
  }

  /// Writes the shipped tables.
  static void write(Path sources, Path tables) throws IOException {
    for (Map.Entry<String, String> file :
        new CompactTables(Sources.read(sources)).files().entrySet()) {
      Files.writeString(tables.resolve(file.getKey()), file.getValue());
    }
  }
}
