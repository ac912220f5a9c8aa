package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.source.Place;

/// Where in an organization something stands.
///
/// @param repository `owner/name`, empty for what concerns the whole organization
/// @param path of the file in it, empty for none
/// @param line from 1, or 0 where no line is meant
/// @param column from 1, or 0
/// @param length of the text, or 0
public record Spot(String repository, String path, int line, int column, int length) {
  /// The whole organization.
  public static final Spot NOWHERE = new Spot("", "", 0, 0, 0);

  /// A repository as a whole.
  public static Spot of(String repository) {
    return new Spot(repository, "", 0, 0, 0);
  }

  /// A place in a file of a repository.
  public static Spot of(String repository, Place place) {
    return new Spot(
        repository,
        place.file().path(),
        place.span().line(),
        place.span().column(),
        place.span().length());
  }

  /// `owner/name/path:line:column`, as far as it is known; empty for the whole organization.
  public String link() {
    String file =
        repository.isEmpty() || path.isEmpty() ? repository + path : repository + "/" + path;
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
