package io.github.tokenpreflight.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a requirement does to the job when it is not met.
public enum Effect {
  ALLOW("allow"),
  WARN("warn"),
  FAIL("fail");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Effect> parse(String word) {
    return Arrays.stream(values()).filter(effect -> effect.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Effect::word).toList();
  }
}
