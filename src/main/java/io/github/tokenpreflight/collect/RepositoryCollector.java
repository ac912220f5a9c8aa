package io.github.tokenpreflight.collect;

import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GraphQlQuery;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal;
import io.github.tokenpreflight.github.RepositoryPage;
import io.github.tokenpreflight.github.RepositoryQueries;
import io.github.tokenpreflight.github.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks for repositories in batches, which shrink before GitHub gives up on them and grow again.
///
/// A batch that does not come through is asked for again in halves, down to a single repository;
/// that one is named as unread, and the others go on. Limits are waited for.
final class RepositoryCollector {
  static final int LARGEST = 100;

  /// A larger answer is asked for in smaller batches from then on, long before the transport cuts
  /// it.
  private static final int LARGE_BODY = 4 << 20;

  private static final int MOST_WAITS = 20;
  private static final int GOOD_BATCHES = 5;

  /// With which every query is asked.
  ///
  /// @param expressions the Git expression of each alias
  record Subject(URI uri, RepositoryQueries queries, Map<String, String> expressions) {}

  /// What one step comes to.
  sealed interface Step {
    /// A page, and for each of its positions what could be read.
    record Page(RepositoryPage page, boolean named) implements Step {}

    /// Nothing came, and smaller would not help either.
    record Stopped(String words) implements Step {}

    record NoOwner() implements Step {}
  }

  private final Asking asking;
  private final Subject subject;
  private final Patience patience;
  private int batch = LARGEST;
  private int good;
  private int requests;

  RepositoryCollector(Asking asking, Subject subject, Patience patience) {
    this.asking = asking;
    this.subject = subject;
    this.patience = patience;
  }

  /// Requests sent so far.
  int requests() {
    return requests;
  }

  /// Names of at most a hundred repositories behind a cursor.
  Step names(int first, Optional<String> after) {
    return settled(() -> subject.queries().names(first, after)).step();
  }

  /// Files of at most that many repositories behind a cursor, in one batch. Each repository that
  /// GitHub refuses as a whole is named by a second question.
  Step files(int most, Optional<String> after) {
    while (true) {
      int first = Math.min(batch, most);
      Try one = settled(() -> subject.queries().files(first, after, subject.expressions()));
      if (!one.shrink()) {
        return one.step();
      }
      if (first == 1) {
        return unread(after, ((Step.Stopped) one.step()).words());
      }
      batch = Math.max(1, first / 2);
      good = 0;
    }
  }

  /// The one repository that does not come through, by its name alone.
  private Step unread(Optional<String> after, String why) {
    Step names = names(1, after);
    return names instanceof Step.Page(RepositoryPage page, _)
        ? new Step.Page(withRefusal(page, why), true)
        : names;
  }

  private static RepositoryPage withRefusal(RepositoryPage page, String why) {
    Refusal refusal = new Refusal(Refusal.Meaning.UNKNOWN, Optional.empty(), Optional.empty(), why);
    return new RepositoryPage(
        page.ownerType(),
        page.total(),
        page.end(),
        page.more(),
        page.items(),
        Map.of(0, List.of(refusal)));
  }

  /// One try that is over.
  ///
  /// @param shrink whether a smaller batch may do better
  private record Try(Step step, boolean shrink) {}

  private Try settled(Supplier<GraphQlQuery> query) {
    for (int waits = 0; ; waits++) {
      requests++;
      Answer answer =
          asking.ask(Question.query(subject.uri(), "repositories and their files", query.get()));
      Optional<Instant> again = again(answer);
      if (again.isPresent() && waits < MOST_WAITS && patience.until(again.get())) {
        continue;
      }
      return read(answer, again.isPresent());
    }
  }

  /// When a limit ends, if it is one that stands in the way.
  private static Optional<Instant> again(Answer answer) {
    return answer instanceof Answer.Unanswered unanswered ? unanswered.retryAt() : Optional.empty();
  }

  private Try read(Answer answer, boolean limited) {
    return switch (answer) {
      case Answer.Given(_, Response response) -> read(response);
      case Answer.Refused(_, _, Refusal refusal) ->
          new Try(new Step.Stopped("GitHub refused it: " + refusal.message()), false);
      case Answer.Unanswered unanswered ->
          new Try(new Step.Stopped(unanswered.words()), !limited && unanswered.attempts() > 0);
    };
  }

  private Try read(Response response) {
    if (response.truncated()) {
      return new Try(new Step.Stopped("the answer is too large"), true);
    }
    RepositoryPage.Reading reading =
        RepositoryPage.read(response, RepositoryFiles.ALIASES, RepositoryFiles.WORKFLOWS);
    return switch (reading) {
      case RepositoryPage.Reading.Read(RepositoryPage page) -> {
        adapt(response.body().length());
        yield new Try(new Step.Page(page, false), false);
      }
      case RepositoryPage.Reading.NoOwner() -> new Try(new Step.NoOwner(), false);
      case RepositoryPage.Reading.Nothing(List<Refusal> refusals) -> nothing(refusals);
    };
  }

  /// GitHub gives up on a query with a sentence of no type (recorded); what has a type of its own
  /// will not go away by asking for less.
  private static Try nothing(List<Refusal> refusals) {
    boolean unexplained =
        refusals.stream().allMatch(one -> one.meaning() == Refusal.Meaning.UNKNOWN);
    String words = refusals.isEmpty() ? "the answer holds no list" : refusals.getFirst().message();
    return new Try(new Step.Stopped(words), unexplained);
  }

  private void adapt(int length) {
    if (length > LARGE_BODY) {
      batch = Math.max(1, batch / 2);
      good = 0;
    } else if (batch < LARGEST && ++good >= GOOD_BATCHES) {
      batch = Math.min(LARGEST, batch * 2);
      good = 0;
    }
  }

  /// Hands on the repositories of a page.
  static List<String> words(RepositoryPage page, int index) {
    List<String> words = new ArrayList<>();
    Consumer<Refusal> say = refusal -> words.add("GitHub said: " + refusal.message());
    page.refusals().getOrDefault(index, List.of()).forEach(say);
    return words;
  }
}
