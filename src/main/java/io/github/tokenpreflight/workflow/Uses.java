package io.github.tokenpreflight.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a step or a job uses.
public sealed interface Uses {
  /// The word as written, with its place.
  Text written();

  /// An action or reusable workflow of a repository: `owner/repo/path@ref`.
  ///
  /// @param path below the repository, without slashes at its ends; empty for the repository itself
  record Remote(Text written, String owner, String repo, String path, String ref) implements Uses {
    /// The repository, `owner/repo`.
    public String repository() {
      return owner + "/" + repo;
    }

    /// The repository with the path in it, without the ref.
    public String name() {
      return path.isEmpty() ? repository() : repository() + "/" + path;
    }
  }

  /// An action or reusable workflow of the same checkout: `./path`.
  ///
  /// @param path without `./` and without a slash at its end
  record Local(Text written, String path) implements Uses {}

  /// A container image: `docker://image`.
  record Image(Text written, String image) implements Uses {}

  /// A word of no known form.
  record Unclear(Text written) implements Uses {}

  /// Reads the value of `uses:`.
  static Uses of(Text written) {
    String text = written.text().strip();
    if (text.startsWith("docker://")) {
      return new Image(written, text.substring("docker://".length()));
    }
    if (text.equals(".") || text.startsWith("./") || text.startsWith("../")) {
      return new Local(written, text.replaceFirst("^\\.(/|$)", "").replaceFirst("/+$", ""));
    }
    Matcher remote = Form.REMOTE.matcher(text);
    return remote.matches()
        ? new Remote(written, remote.group(1), remote.group(2), remote.group(3), remote.group(4))
        : new Unclear(written);
  }

  /// The form of a remote one.
  final class Form {
    private static final Pattern REMOTE =
        Pattern.compile("([\\w-]+)/([\\w.-]+)/?([^@\\s]*?)/*@(\\S+)");

    private Form() {}
  }
}
