package io.github.tokenpreflight.render;

import io.github.tokenpreflight.source.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Addresses of the lines of files, as they were when the job ran.
///
/// @param folder the address of the repository's files at the commit, absent when it is not known
public record Links(Optional<String> folder) {
  /// No address at all.
  public static final Links NONE = new Links(Optional.empty());

  /// The address of a place, unless it is no file of the repository.
  Optional<String> to(Place place) {
    boolean file = !place.file().isSymbolic() && !place.file().path().startsWith("/");
    return folder.filter(_ -> file).map(it -> it + "/" + encoded(place) + "#L" + line(place));
  }

  private static int line(Place place) {
    return place.span().line();
  }

  private static String encoded(Place place) {
    try {
      return new URI(null, null, "/" + place.file().path(), null)
          .toASCIIString()
          .substring(1)
          .replace("(", "%28")
          .replace(")", "%29");
    } catch (URISyntaxException _) {
      return "";
    }
  }
}
