package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.github.RepositoryPage;
import java.util.Optional;

/// How far a list has been gone through, as a mark of the journal keeps it.
///
/// @param page pages gone through
/// @param done repositories gone through
/// @param cursor behind the last of them, absent at the start
record Bookmark(int page, long done, long total, boolean more, Optional<String> cursor) {
  static final Bookmark START = new Bookmark(0, 0, 0, true, Optional.empty());

  Bookmark next(RepositoryPage page) {
    return new Bookmark(
        this.page + 1,
        done + page.items().size(),
        page.total(),
        page.more() && page.end().isPresent(),
        page.end());
  }

  /// Reads what [#toString] wrote; anything else starts anew.
  static Bookmark parse(String mark) {
    String[] words = mark.split(" ", 5);
    if (words.length != 5
        || !words[0].matches("\\d{1,6}")
        || !words[1].matches("\\d{1,9}")
        || !words[2].matches("\\d{1,9}")) {
      return START;
    }
    return new Bookmark(
        Integer.parseInt(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        words[3].equals("more"),
        Optional.of(words[4]).filter(cursor -> !cursor.isEmpty()));
  }

  @Override
  public String toString() {
    return page
        + " "
        + done
        + " "
        + total
        + " "
        + (more ? "more" : "end")
        + " "
        + cursor.orElse("");
  }
}
