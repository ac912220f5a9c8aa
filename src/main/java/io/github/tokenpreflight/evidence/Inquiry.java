package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.RepositoryName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How one power at one place is settled: the questions, and what their answers mean, as one value.
///
/// A plan is made of these. `plan` prints their questions, [Survey] asks them, and the checks read
/// them, so that what is planned, asked and read cannot part. A new way of proof is a new [Inquiry]
/// or a new [Reading].
public sealed interface Inquiry {
  /// What is asked, in order; the same question may come up more than once.
  Stream<Question> questions();

  /// What the answers show.
  Grant grant(Evidence evidence);

  /// Why no answer can prove the power; absent when one can.
  Optional<String> doubt();

  /// Settled before anything is asked; the lead answer, which told the kind of the token, shows it.
  record Settled(Grant grant) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return Stream.empty();
    }

    @Override
    public Grant grant(Evidence evidence) {
      return grant instanceof Grant.Lacking(var words, var causes, _)
          ? new Grant.Lacking(words, causes, evidence.leads())
          : grant;
    }

    @Override
    public Optional<String> doubt() {
      return grant instanceof Grant.Unprovable(var words, _)
          ? Optional.of(words)
          : Optional.empty();
    }
  }

  /// Shown by answers that are there anyway: the lead, or the door of [Behind].
  record Told(Function<Evidence, Grant> reading) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return Stream.empty();
    }

    @Override
    public Grant grant(Evidence evidence) {
      return reading.apply(evidence);
    }

    @Override
    public Optional<String> doubt() {
      return Optional.empty();
    }
  }

  /// Settled by the answer to one question.
  record Asked(Question question, Reading reading) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return Stream.of(question);
    }

    @Override
    public Grant grant(Evidence evidence) {
      return evidence
          .to(question)
          .map(answer -> reading.read(answer, evidence))
          .orElseGet(() -> new Grant.Unanswered("the check ended before it was asked", List.of()));
    }

    @Override
    public Optional<String> doubt() {
      return reading.doubt();
    }
  }

  /// Settled only where the repository is in reach, which its door shows.
  ///
  /// @param door asks for the repository itself
  record Behind(RepositoryName name, Question door, Inquiry rest) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return Stream.concat(Stream.of(door), rest.questions());
    }

    @Override
    public Grant grant(Evidence evidence) {
      return evidence.reach(name).obstacle().orElseGet(() -> rest.grant(evidence));
    }

    @Override
    public Optional<String> doubt() {
      return rest.doubt();
    }
  }

  /// Settled by its own answer, which another one helps to read.
  record Beside(Question also, Inquiry inquiry) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return Stream.concat(Stream.of(also), inquiry.questions());
    }

    @Override
    public Grant grant(Evidence evidence) {
      return inquiry.grant(evidence);
    }

    @Override
    public Optional<String> doubt() {
      return inquiry.doubt();
    }
  }

  /// All parts are needed.
  record All(List<Inquiry> parts) implements Inquiry {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Question> questions() {
      return parts.stream().flatMap(Inquiry::questions);
    }

    @Override
    public Grant grant(Evidence evidence) {
      return parts.size() == 1
          ? parts.getFirst().grant(evidence)
          : Grant.allOf(parts.stream().map(part -> part.grant(evidence)).toList());
    }

    @Override
    public Optional<String> doubt() {
      return parts.stream().flatMap(part -> part.doubt().stream()).findFirst();
    }
  }

  /// One part suffices.
  record Any(List<Inquiry> parts) implements Inquiry {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Stream<Question> questions() {
      return parts.stream().flatMap(Inquiry::questions);
    }

    @Override
    public Grant grant(Evidence evidence) {
      return parts.size() == 1
          ? parts.getFirst().grant(evidence)
          : Grant.anyOf(parts.stream().map(part -> part.grant(evidence)).toList());
    }

    @Override
    public Optional<String> doubt() {
      return parts.stream().anyMatch(part -> part.doubt().isEmpty())
          ? Optional.empty()
          : parts.getFirst().doubt();
    }
  }

  /// What its parts say does not settle it alone: [Reservation] says what may come between.
  record Reserved(Inquiry inquiry, Reservation reservation, Target place) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return inquiry.questions();
    }

    @Override
    public Grant grant(Evidence evidence) {
      return reservation.on(inquiry.grant(evidence), place, evidence);
    }

    @Override
    public Optional<String> doubt() {
      return inquiry.doubt().or(reservation::doubt);
    }
  }

  /// A part of a larger one, whose words say which part they are about.
  ///
  /// @param title such as `contents: write`, in backticks
  record Titled(String title, Inquiry inquiry) implements Inquiry {
    @Override
    public Stream<Question> questions() {
      return inquiry.questions();
    }

    @Override
    public Grant grant(Evidence evidence) {
      return switch (inquiry.grant(evidence)) {
        case Grant.Held held -> held.worded(_ -> "it has " + title);
        case Grant.Lacking lacking -> lacking.worded(words -> "it lacks " + title + ": " + words);
        case Grant.Unanswered open -> open.worded(words -> title + ": " + words);
        case Grant doubtful -> doubtful.worded(words -> title + " is not provable: " + words);
      };
    }

    @Override
    public Optional<String> doubt() {
      return inquiry.doubt().map(words -> title + ": " + words);
    }
  }
}
