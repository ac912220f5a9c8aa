package io.github.tokenpreflight.requirements;

import java.util.Optional;
import java.util.regex.Pattern;

/// `owner/name` of a repository. GitHub compares both without regard to case.
public record RepositoryName(String owner, String name) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9_-]{0,99}))/([A-Za-z0-9._-]{1,100})");

  /// Reads `owner/name`; absent for anything else, such as a URL or a name of only dots.
  public static Optional<RepositoryName> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches() || form.group(2).equals(".") || form.group(2).equals("..")) {
      return Optional.empty();
    }
    return Optional.of(new RepositoryName(form.group(1), form.group(2)));
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
