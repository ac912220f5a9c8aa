package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.FactsJson;
import io.github.tokenpreflight.audit.FactsReader;
import io.github.tokenpreflight.audit.RepositoryFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The facts of all repositories, in a file: one line each, behind a line that says what is
/// audited, and between them lines that say how far the collection has come.
///
/// Only names and offsets are kept in memory, about a hundred bytes for a repository. The file is
/// the state that `--resume` goes on from: what stands behind its last mark is thrown away.
public final class Journal implements Audit.Repositories, AutoCloseable {
  private static final String TITLE = "token-preflight audit 1 ";
  private static final String MARK = "mark ";

  private final FileChannel channel;
  private final Map<String, Line> lines = new TreeMap<>();
  private long end;
  private Optional<String> mark = Optional.empty();

  private record Line(long offset, int length) {}

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /// What opening an old file comes to.
  public sealed interface Opening {
    record Opened(Journal journal) implements Opening {}

    /// The file is of no use here.
    ///
    /// @param words what is wrong with the file, as a sentence without full stop
    record Refused(String words) implements Opening {}
  }

  /// A new file, in the place of one that may be there.
  ///
  /// @param subject what is audited and with which filters, on one line
  public static Journal create(Path file, String subject) throws IOException {
    Journal journal =
        new Journal(
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
    journal.append(TITLE + subject);
    return journal;
  }

  /// Goes on with a file that a run before has left.
  public static Opening resume(Path file, String subject) throws IOException {
    Journal journal =
        new Journal(
            FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS));
    Optional<String> wrong = journal.load(file, subject);
    if (wrong.isPresent()) {
      journal.close();
      return new Opening.Refused(wrong.get());
    }
    return new Opening.Opened(journal);
  }

  public void add(RepositoryFacts facts) {
    long offset = end;
    int length = append(FactsJson.of(facts));
    lines.put(facts.head().name(), new Line(offset, length));
  }

  /// Says how far the collection has come, and that what stands before is whole.
  public void mark(String cursor) {
    append(MARK + cursor);
    mark = Optional.of(cursor);
  }

  /// The last mark; absent in a new file.
  public Optional<String> mark() {
    return mark;
  }

  public int size() {
    return lines.size();
  }

  @Override
  public void each(Consumer<RepositoryFacts> visitor) {
    for (Line line : lines.values()) {
      visitor.accept(
          FactsReader.facts(text(line))
              .orElseThrow(
                  () -> new IllegalStateException("a line of the state file has changed")));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private Optional<String> load(Path file, String subject) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      LineReader reader = new LineReader(in);
      String title = reader.next().orElse("");
      if (!title.startsWith(TITLE)) {
        return Optional.of("it is no state file of this version");
      }
      if (!title.equals(TITLE + subject)) {
        return Optional.of(
            "it was left by another audit, `"
                + title.substring(TITLE.length())
                + "` and not `"
                + subject
                + "`");
      }
      end = reader.offset();
      Map<String, Line> fresh = new TreeMap<>();
      for (long at = end; ; at = reader.offset()) {
        Optional<String> line = reader.next();
        if (line.isEmpty()) {
          break;
        }
        if (line.get().startsWith(MARK)) {
          lines.putAll(fresh);
          fresh.clear();
          mark = Optional.of(line.get().substring(MARK.length()));
          end = reader.offset();
        } else {
          Optional<RepositoryFacts> facts = FactsReader.facts(line.get());
          if (facts.isEmpty()) {
            break;
          }
          int length = (int) (reader.offset() - at - 1);
          fresh.put(facts.get().head().name(), new Line(at, length));
        }
      }
    }
    channel.truncate(end);
    return Optional.empty();
  }

  private int append(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long at = end;
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
      end = at;
    } catch (IOException failure) {
      throw new UncheckedIOException("the state file cannot be written", failure);
    }
    return bytes.length - 1;
  }

  private String text(Line line) {
    ByteBuffer buffer = ByteBuffer.allocate(line.length());
    try {
      for (long at = line.offset(); buffer.hasRemaining(); at = line.offset() + buffer.position()) {
        if (channel.read(buffer, at) < 0) {
          throw new IllegalStateException("the state file was cut while it was read");
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the state file cannot be read", failure);
    }
    return new String(buffer.array(), StandardCharsets.UTF_8);
  }
}
