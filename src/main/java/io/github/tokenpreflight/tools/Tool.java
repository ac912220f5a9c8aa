package io.github.tokenpreflight.tools;

import java.util.List;
import java.util.Optional;

/// What one action or tool needs of a token, and where that was read.
///
/// @param name what `tools:` and `explain` call it
/// @param uses the repository, as in `uses:` of a workflow
/// @param cases what changes the need
public record Tool(
    String name, String uses, Intake intake, Needs needs, List<Case> cases, Source source) {
  public Tool {
    cases = List.copyOf(cases);
  }

  /// The case of that id.
  public Optional<Case> find(String id) {
    return cases.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /// Where the tool takes its token from.
  ///
  /// @param inputs names under `with:`
  /// @param env environment variables
  /// @param checkout whether it pushes with the token that `actions/checkout` was given
  /// @param elsewhere whether it is for repositories that its own settings name
  /// @param jobToken whether it takes the token of the job where none is given
  /// @param want whether the token of the job is enough
  public record Intake(
      List<String> inputs,
      List<String> env,
      boolean checkout,
      boolean jobToken,
      boolean elsewhere,
      Want want) {
    public Intake {
      inputs = List.copyOf(inputs);
      env = List.copyOf(env);
    }
  }

  /// Whether a token other than that of the job is wanted.
  public enum Want {
    NEVER("never", "the token of the job does everything"),
    OPTIONAL("optional", "the token of the job does everything, another one works as well"),
    SOME_USES("some-uses", "the token of the job is enough but for the cases below"),
    REQUIRED("required", "the token of the job cannot do it");

    private final String word;
    private final String meaning;

    Want(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    static Want of(String word) {
      for (Want want : values()) {
        if (want.word.equals(word)) {
          return want;
        }
      }
      throw new IllegalArgumentException("no want is called " + word);
    }

    /// What it means, in a sentence without its end.
    public String meaning() {
      return meaning;
    }
  }

  /// One thing that changes what is needed.
  ///
  /// @param when the condition, in a few words
  /// @param instead whether the needs take the place of the others, rather than add to them
  /// @param note what else is to be known; perhaps empty
  public record Case(
      String id, String when, boolean instead, Needs needs, String note, Certainty certainty) {}

  /// Where the facts were read.
  ///
  /// @param note what else is to be known; perhaps empty
  /// @param setting a setting of the repository that must be on as well; perhaps empty
  /// @param where repository and path
  /// @param commit of the snapshot that was read
  /// @param date the day of that snapshot, as `2026-08-21`
  public record Source(
      String note, String setting, String where, String commit, String date, Certainty certainty) {}

  /// How sure a fact is.
  public enum Certainty {
    DOCUMENTED("its own documentation says so"),
    PARTLY("its own documentation says it in part; the rest is worked out"),
    RECORDED("seen in a recorded answer of GitHub"),
    INFERRED("worked out from what it does");

    private final String meaning;

    Certainty(String meaning) {
      this.meaning = meaning;
    }

    /// What it means, in a sentence without its end.
    public String meaning() {
      return meaning;
    }

    /// Whether it is a guess.
    public boolean isGuess() {
      return this == INFERRED;
    }
  }
}
