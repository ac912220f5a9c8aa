package io.github.tokenpreflight.runner;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the workflow passed with `with:`, as text; the values are judged elsewhere.
public final class ActionInputs {
  static final String PREFIX = "INPUT_";

  /// Every container action takes these two.
  private static final Set<String> OF_THE_RUNNER = Set.of("INPUT_ARGS", "INPUT_ENTRYPOINT");

  private final Map<Input, String> values;
  private final List<String> unknown;

  private ActionInputs(Map<Input, String> values, List<String> unknown) {
    this.values = values;
    this.unknown = unknown;
  }

  /// Reads the variables that start with `INPUT_`.
  public static ActionInputs of(Map<String, String> environment) {
    Map<Input, String> values = new EnumMap<>(Input.class);
    for (Input input : Input.values()) {
      String value = environment.getOrDefault(input.variable(), "");
      if (!value.isBlank()) {
        values.put(input, input.verbatim() ? value : value.strip());
      }
    }
    return new ActionInputs(values, unknown(environment.keySet()));
  }

  /// What the workflow gave. Empty is absent.
  public Optional<String> given(Input input) {
    return Optional.ofNullable(values.get(input));
  }

  /// The names, in lower case, of inputs that this action does not have.
  public List<String> unknown() {
    return unknown;
  }

  private static List<String> unknown(Set<String> variables) {
    Set<String> known =
        Arrays.stream(Input.values()).map(Input::variable).collect(Collectors.toSet());
    return variables.stream()
        .filter(variable -> variable.startsWith(PREFIX))
        .filter(variable -> !known.contains(variable) && !OF_THE_RUNNER.contains(variable))
        .map(variable -> variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }
}
