package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Place;
import java.util.List;
import java.util.Locale;

/// A value that an expression reads, such as `secrets.RELEASE_TOKEN`, `secrets['X']` or
/// `github.token`.
///
/// GitHub compares these names without regard to case.
///
/// @param path the names from the outermost to the innermost; `*` for one that is computed
/// @param place of the whole reference in its file
public record Reference(List<String> path, Place place) {
  /// The name for what an expression computes.
  public static final String ANY = "*";

  public Reference {
    path = List.copyOf(path);
  }

  /// The outermost name in lower case: `secrets`, `github`, `inputs`, `env`, `steps`, ...
  public String context() {
    return path.getFirst().toLowerCase(Locale.ROOT);
  }

  /// Whether it reads a secret; `toJSON(secrets)` and computed names read all of them: [#ANY].
  public boolean isSecret() {
    return context().equals("secrets");
  }

  /// Whether it reads the token of the job: `github.token` or `secrets.GITHUB_TOKEN`.
  public boolean isJobToken() {
    return (context().equals("github") && name().equals("TOKEN"))
        || (isSecret() && name().equals("GITHUB_TOKEN"));
  }

  /// Whether it reads an input of the workflow or action, also as `github.event.inputs.x`.
  public boolean isInput() {
    return context().equals("inputs")
        || (context().equals("github")
            && path.size() > 3
            && path.get(1).equalsIgnoreCase("event")
            && path.get(2).equalsIgnoreCase("inputs"));
  }

  /// The second name in upper case, as GitHub keeps names of secrets; [#ANY] without one.
  public String name() {
    return path.size() < 2 ? ANY : path.get(1).toUpperCase(Locale.ROOT);
  }
}
