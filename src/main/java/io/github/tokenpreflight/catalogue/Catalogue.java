package io.github.tokenpreflight.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables as a whole: where they come from, how old they are, and how they are read.
///
/// A table is a text resource: lines `# key: value` say where it comes from, the other lines are
/// its rows, with tabs between the cells.
public final class Catalogue {
  /// Whole months after which a report says how old the catalogue is.
  public static final int FRESH_MONTHS = 6;

  private Catalogue() {}

  /// The day on which GitHub's permission tables were read.
  public static LocalDate captured() {
    return Tables.CAPTURED;
  }

  /// Whether the catalogue is older than [#FRESH_MONTHS] months at that moment, by the UTC
  /// calendar.
  public static boolean staleAt(Instant now) {
    long today = Math.floorDiv(now.getEpochSecond(), 86_400L);
    return captured().plusMonths(FRESH_MONTHS).toEpochDay() < today;
  }

  /// The whole text of one table.
  static String text(String name) {
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the catalogue table " + name + " is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue table " + name + " cannot be read", e);
    }
  }

  static Map<String, String> header(String table) {
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : lines(table)) {
      int colon = line.indexOf(": ");
      if (!line.startsWith("# ") || colon < 0) {
        break;
      }
      header.put(line.substring(2, colon), line.substring(colon + 2));
    }
    return header;
  }

  /// The rows of a table, each cut into this many cells.
  static List<List<String>> rows(String table, int cells) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines(table)) {
      if (!line.startsWith("#")) {
        rows.add(cells(line, cells));
      }
    }
    return rows;
  }

  /// The cells of one row; empty ones at its end are not on disk.
  static List<String> cells(String line, int count) {
    List<String> cells = new ArrayList<>(count);
    Collections.addAll(cells, line.split("\t", -1));
    while (cells.size() < count) {
      cells.add("");
    }
    return cells;
  }

  /// The words of one cell, with commas between them on disk.
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
  }

  private static List<String> lines(String table) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = table.indexOf('\n'); end >= 0; end = table.indexOf('\n', start)) {
      lines.add(table.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  /// Read on first use only. The small table stands for all: the generator dates them alike.
  private static final class Tables {
    static final LocalDate CAPTURED =
        date(header(text("permissions.tsv")).getOrDefault("captured", ""));

    /// By hand, because the formatter behind `LocalDate.parse` costs milliseconds at start-up.
    private static LocalDate date(String day) {
      return LocalDate.of(
          Integer.parseInt(day.substring(0, 4)),
          Integer.parseInt(day.substring(5, 7)),
          Integer.parseInt(day.substring(8, 10)));
    }
  }
}
