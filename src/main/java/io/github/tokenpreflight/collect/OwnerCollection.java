package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.RepositoryHead;
import io.github.tokenpreflight.audit.RepositorySource;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.audit.Spot;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.github.RepositoryPage;
import io.github.tokenpreflight.github.RepositoryQueries;
import io.github.tokenpreflight.source.SourceFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Collects the repositories of an organization or user into a journal: page by page, each judged
/// and forgotten before the next is asked for.
public final class OwnerCollection {
  private final Scope scope;
  private final Filter filter;
  private final Part part;
  private final RepositoryCollector collector;
  private final Function<RepositorySource, RepositoryFacts> judge;
  private int unnamed;

  /// A part of the pages: number `number` of `parts`, from 1.
  public record Part(int number, int parts) {
    boolean takes(int page) {
      return page % parts == number - 1;
    }
  }

  /// What the collection comes to.
  public sealed interface Outcome {
    /// The list was gone through to its end.
    ///
    /// @param total repositories of the owner, before names and topics were looked at
    /// @param unnamed repositories of which not even the name could be read
    record Whole(long total, int requests, int unnamed) implements Outcome {}

    /// It ended before the end of the list; the journal can be gone on with.
    record Stopped(String words, int requests) implements Outcome {}

    /// There is no such owner.
    record WrongOwner(String words) implements Outcome {}
  }

  /// Told how far it is.
  @FunctionalInterface
  public interface Progress {
    void at(long done, long total);
  }

  /// Which repositories are collected, and what becomes of each.
  ///
  /// @param judge from the files of a repository to what is kept of it
  public record Order(
      Scope scope, Filter filter, Part part, Function<RepositorySource, RepositoryFacts> judge) {}

  public OwnerCollection(Order order, Asking asking, Patience patience, URI graphQl) {
    this.scope = order.scope();
    this.filter = order.filter();
    this.part = order.part();
    this.judge = order.judge();
    RepositoryQueries queries =
        RepositoryQueries.of(
            new RepositoryQueries.Listing(
                scope.name(),
                filter.archived(),
                filter.visibility().map(word -> word.toUpperCase(Locale.ROOT)),
                filter.topic().isPresent()));
    this.collector =
        new RepositoryCollector(
            asking,
            new RepositoryCollector.Subject(graphQl, queries, RepositoryFiles.EXPRESSIONS),
            patience);
  }

  /// Goes on where the journal ends.
  public Outcome collect(Journal journal, Progress progress) {
    Bookmark bookmark = journal.mark().map(Bookmark::parse).orElse(Bookmark.START);
    while (bookmark.more()) {
      Turn turn = part.parts() == 1 ? batch(journal, bookmark) : page(journal, bookmark);
      if (turn.end().isPresent()) {
        return turn.end().get();
      }
      bookmark = turn.next();
      journal.mark(bookmark.toString());
      progress.at(Math.min(bookmark.done(), bookmark.total()), bookmark.total());
    }
    return new Outcome.Whole(bookmark.total(), collector.requests(), unnamed);
  }

  /// What one turn of the loop comes to: where to go on, or why not.
  private record Turn(Bookmark next, Optional<Outcome> end) {
    static Turn on(Bookmark next) {
      return new Turn(next, Optional.empty());
    }

    static Turn end(Outcome outcome) {
      return new Turn(Bookmark.START, Optional.of(outcome));
    }
  }

  /// The next batch of all.
  private Turn batch(Journal journal, Bookmark at) {
    RepositoryCollector.Step step = collector.files(RepositoryCollector.LARGEST, at.cursor());
    if (!(step instanceof RepositoryCollector.Step.Page read)) {
      return Turn.end(ended(step));
    }
    Optional<Outcome> wrong = wrong(read.page());
    if (wrong.isPresent()) {
      return Turn.end(wrong.get());
    }
    add(journal, read.page(), at.cursor());
    return Turn.on(at.next(read.page()));
  }

  /// The next page of names, and its files where the page is ours.
  private Turn page(Journal journal, Bookmark at) {
    RepositoryCollector.Step step = collector.names(RepositoryCollector.LARGEST, at.cursor());
    if (!(step instanceof RepositoryCollector.Step.Page names)) {
      return Turn.end(ended(step));
    }
    Optional<Outcome> wrong = wrong(names.page());
    if (wrong.isPresent()) {
      return Turn.end(wrong.get());
    }
    int left = part.takes(at.page()) ? names.page().items().size() : 0;
    Optional<String> cursor = at.cursor();
    while (left > 0) {
      RepositoryCollector.Step files = collector.files(left, cursor);
      if (!(files instanceof RepositoryCollector.Step.Page read)) {
        return Turn.end(ended(files));
      }
      add(journal, read.page(), cursor);
      left = read.page().items().isEmpty() ? 0 : left - read.page().items().size();
      cursor = read.page().end();
    }
    return Turn.on(at.next(names.page()));
  }

  private Outcome ended(RepositoryCollector.Step step) {
    return step instanceof RepositoryCollector.Step.Stopped(String words)
        ? new Outcome.Stopped(words, collector.requests())
        : new Outcome.WrongOwner(
            "GitHub knows no organization or user `" + scope.name() + "` that the token may see");
  }

  private Optional<Outcome> wrong(RepositoryPage page) {
    boolean user = page.ownerType().equals("User");
    if (user == (scope.kind() == Scope.Kind.USER)) {
      return Optional.empty();
    }
    String words =
        user
            ? "`" + scope.name() + "` is a user: write `--user " + scope.name() + "`"
            : "`" + scope.name() + "` is an organization: write `--org " + scope.name() + "`";
    return Optional.of(new Outcome.WrongOwner(words));
  }

  private void add(Journal journal, RepositoryPage page, Optional<String> after) {
    boolean whole = page.items().stream().allMatch(Optional::isPresent);
    List<Optional<RepositoryPage.Item>> named = whole ? page.items() : named(page, after);
    for (int i = 0; i < page.items().size(); i++) {
      Optional<RepositoryPage.Item> item = page.items().get(i);
      Optional<RepositoryPage.Item> head =
          item.isPresent() || i >= named.size() ? item : named.get(i);
      if (head.isEmpty()) {
        unnamed++;
      } else if (filter.takes(head.get().name(), head.get().topics())) {
        List<String> said = new ArrayList<>(RepositoryCollector.words(page, i));
        if (item.isEmpty() && said.isEmpty()) {
          said.add("GitHub sent nothing of it");
        }
        journal.add(judge.apply(source(head.get(), said)));
      }
    }
  }

  private List<Optional<RepositoryPage.Item>> named(RepositoryPage page, Optional<String> after) {
    return collector.names(page.items().size(), after)
            instanceof RepositoryCollector.Step.Page(RepositoryPage names, _)
        ? names.items()
        : List.of();
  }

  private static RepositorySource source(RepositoryPage.Item item, List<String> unread) {
    RepositoryHead head =
        new RepositoryHead(
            item.name(),
            item.visibility().toLowerCase(Locale.ROOT),
            item.archived(),
            item.branch());
    List<SourceFile> requirements = new ArrayList<>();
    List<SourceFile> workflows = new ArrayList<>();
    List<AuditFinding> problems = new ArrayList<>();
    List<String> missing = new ArrayList<>(unread);
    for (Map.Entry<String, RepositoryPage.File> entry : item.files().entrySet()) {
      String path = entry.getKey();
      RepositoryPage.File file = entry.getValue();
      boolean required = RepositoryFiles.REQUIREMENTS.contains(path);
      if (!required && !RepositoryFiles.isWorkflow(path)) {
        continue;
      }
      if (file.binary()) {
        problems.add(binary(item.name(), path));
      } else if (file.truncated() || file.text().isEmpty()) {
        missing.add("GitHub sent `" + path + "` without its end");
      } else {
        (required ? requirements : workflows).add(new SourceFile(path, file.text().get()));
      }
    }
    return new RepositorySource(head, requirements, workflows, problems, missing);
  }

  private static AuditFinding binary(String repository, String path) {
    return AuditFinding.of(
            Rule.UNREADABLE_FILE,
            Severity.ERROR,
            new Spot(repository, path, 0, 0, 0),
            "",
            "the file is binary, not text")
        .help("check the path, and that the file is text");
  }
}
