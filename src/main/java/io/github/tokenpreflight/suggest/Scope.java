package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.workflow.Pair;
import io.github.tokenpreflight.workflow.Reference;
import io.github.tokenpreflight.workflow.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What names mean at one place: the environment, and what a caller gave as inputs and secrets.
final class Scope {
  private static final int DEEPEST = 12;

  private final Map<String, Text> env = new HashMap<>();
  private final Map<String, Given> inputs = new HashMap<>();
  private final Map<String, Given> secrets = new HashMap<>();
  private final Set<String> apps = new HashSet<>();
  private final boolean everySecret;

  /// A value and the scope that it was written in.
  private record Given(Text value, Scope scope) {}

  private Scope(boolean everySecret) {
    this.everySecret = everySecret;
  }

  /// The scope of a file that no other file of the checkout calls: a secret is one of the
  /// repository.
  static Scope outermost() {
    return new Scope(true);
  }

  /// The scope of a called workflow or action.
  ///
  /// @param everySecret whether secrets keep their names
  Scope called(boolean everySecret, List<Pair> with, List<Pair> given) {
    Scope inner = new Scope(everySecret);
    with.forEach(pair -> inner.inputs.put(lower(pair.name()), new Given(pair.value(), this)));
    given.forEach(pair -> inner.secrets.put(lower(pair.name()), new Given(pair.value(), this)));
    return inner;
  }

  /// This scope with further variables.
  Scope with(List<Pair> variables) {
    Scope inner = new Scope(everySecret);
    inner.env.putAll(env);
    inner.inputs.putAll(inputs);
    inner.secrets.putAll(secrets);
    inner.apps.addAll(apps);
    variables.forEach(pair -> inner.env.put(pair.name().text(), pair.value()));
    return inner;
  }

  /// An input without a value takes its default.
  void fallback(Text name, Text value) {
    inputs.putIfAbsent(lower(name), new Given(value, this));
  }

  /// Remembers a step that makes a token of an app.
  void app(String step) {
    apps.add(step);
  }

  Optional<Text> variable(String name) {
    return Optional.ofNullable(env.get(name));
  }

  /// The credentials that a text holds at run time, the preferred first.
  List<Credential> of(Text text) {
    Set<Credential> found = new LinkedHashSet<>();
    text.references().forEach(reference -> found.addAll(of(reference, 0)));
    return List.copyOf(found);
  }

  /// The credentials in a variable.
  List<Credential> ofVariable(String name) {
    return variable(name).map(this::of).orElse(List.of());
  }

  private List<Credential> of(Text text, int depth) {
    List<Credential> found = new ArrayList<>();
    text.references().forEach(reference -> found.addAll(of(reference, depth)));
    return found;
  }

  private List<Credential> of(Reference reference, int depth) {
    if (depth > DEEPEST) {
      return List.of();
    }
    if (reference.isJobToken()) {
      return List.of(new Credential.JobToken());
    }
    String second =
        reference.path().size() < 2 ? "" : reference.path().getLast().toLowerCase(Locale.ROOT);
    if (reference.isSecret()) {
      return secret(reference, second, depth);
    }
    if (reference.isInput()) {
      return given(inputs.get(second), depth);
    }
    return switch (reference.context()) {
      case "env" ->
          Optional.ofNullable(env.get(reference.path().getLast()))
              .map(value -> of(value, depth + 1))
              .orElse(List.of());
      case "steps" ->
          apps.contains(reference.path().get(1))
              ? List.of(new Credential.AppToken(reference.path().get(1)))
              : List.of();
      default -> List.of();
    };
  }

  private List<Credential> secret(Reference reference, String name, int depth) {
    if (secrets.containsKey(name)) {
      return given(secrets.get(name), depth);
    }
    return everySecret && !reference.name().equals(Reference.ANY)
        ? List.of(new Credential.Secret(reference.name()))
        : List.of();
  }

  private static List<Credential> given(@Nullable Given given, int depth) {
    return given == null ? List.of() : given.scope.of(given.value, depth + 1);
  }

  private static String lower(Text name) {
    return name.text().toLowerCase(Locale.ROOT);
  }
}
