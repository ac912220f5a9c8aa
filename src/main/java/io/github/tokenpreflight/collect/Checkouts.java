package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.RepositoryHead;
import io.github.tokenpreflight.audit.RepositorySource;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.tree.Decoded;
import io.github.tokenpreflight.tree.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Repositories that lie checked out in a folder, or in folders of that folder.
///
/// No link is followed out of a checkout: it may come from a stranger.
public final class Checkouts {
  /// As `acme/site` or `github.com/acme/site`.
  private static final int DEEPEST = 3;

  private final Path root;

  public Checkouts(Path root) {
    this.root = root;
  }

  /// Every folder with a `.git` or `.github` in it, in the order of the paths; the root itself when
  /// it is one.
  public List<Path> found() throws IOException {
    List<Path> found = new ArrayList<>();
    search(root, 0, found);
    return found;
  }

  private void search(Path folder, int depth, List<Path> found) throws IOException {
    if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
        || Files.isDirectory(folder.resolve(".github"), LinkOption.NOFOLLOW_LINKS)) {
      found.add(folder);
    } else if (depth < DEEPEST) {
      for (Path inner : children(folder)) {
        if (Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
          search(inner, depth + 1, found);
        }
      }
    }
  }

  /// Reads the files of one checkout.
  public RepositorySource read(Path checkout) {
    List<SourceFile> requirements = new ArrayList<>();
    List<SourceFile> workflows = new ArrayList<>();
    Trouble trouble = new Trouble(name(checkout), new ArrayList<>(), new ArrayList<>());
    for (String path : RepositoryFiles.REQUIREMENTS) {
      Path file = checkout.resolve(path);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        read(checkout, file, requirements, trouble);
      }
    }
    Path folder = checkout.resolve(RepositoryFiles.WORKFLOWS);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        for (Path file : children(folder)) {
          if (RepositoryFiles.isWorkflow(file.getFileName().toString())) {
            read(checkout, file, workflows, trouble);
          }
        }
      } catch (IOException failure) {
        trouble.unread.add("`" + RepositoryFiles.WORKFLOWS + "` cannot be listed");
      }
    }
    return new RepositorySource(
        RepositoryHead.checkout(name(checkout)),
        requirements,
        workflows,
        trouble.problems,
        trouble.unread);
  }

  /// What could not be read of one checkout, and what could be read and is no text.
  private record Trouble(String repository, List<AuditFinding> problems, List<String> unread) {}

  private String name(Path checkout) {
    Path relative =
        root.toAbsolutePath().normalize().relativize(checkout.toAbsolutePath().normalize());
    String name = relative.toString().replace('\\', '/');
    Path last = checkout.toAbsolutePath().normalize().getFileName();
    return name.isEmpty() && last != null ? last.toString() : name;
  }

  private static void read(Path checkout, Path file, List<SourceFile> files, Trouble trouble) {
    String path = checkout.relativize(file).toString().replace('\\', '/');
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        trouble.unread.add("`" + path + "` is no file of its own");
        return;
      }
      try (InputStream in = Files.newInputStream(file)) {
        Decoded decoded = Decoder.decode(path, in.readNBytes(Decoder.LIMIT_BYTES + 1));
        switch (decoded) {
          case Decoded.Text text -> files.add(text.file());
          case Decoded.Undecodable not ->
              trouble.problems.add(AuditFinding.of(trouble.repository, not.error()));
        }
      }
    } catch (IOException failure) {
      trouble.unread.add("`" + path + "` cannot be read");
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }
}
