package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `on:` of a workflow, and the inputs of an action.
final class SignatureReader {
  private SignatureReader() {}

  static Signature workflow(Part part) {
    Optional<Node> on = part.node("on");
    if (on.isEmpty()) {
      return new Signature(List.of(), List.of(), List.of());
    }
    List<Parameter> inputs = new ArrayList<>();
    List<Parameter> secrets = new ArrayList<>();
    if (on.get() instanceof Mapping mapping) {
      Part events = part.of(mapping);
      call(events, "workflow_dispatch")
          .ifPresent(event -> inputs.addAll(parameters(event, "inputs")));
      call(events, "workflow_call")
          .ifPresent(event -> {
            inputs.addAll(parameters(event, "inputs"));
            secrets.addAll(parameters(event, "secrets"));
          });
    }
    return new Signature(events(part, on.get()), inputs, secrets);
  }

  static Signature action(Part part) {
    return new Signature(List.of(), parameters(part, "inputs"), List.of());
  }

  private static Optional<Part> call(Part events, String name) {
    return events.node(name).isPresent() ? events.part(name) : Optional.empty();
  }

  private static List<Text> events(Part part, Node on) {
    return switch (on) {
      case Scalar scalar -> List.of(part.text(scalar));
      case Mapping mapping ->
          mapping.entries().stream().map(entry -> part.text(entry.key())).toList();
      case Sequence sequence ->
          sequence.items().stream()
              .filter(Scalar.class::isInstance)
              .map(item -> part.text((Scalar) item))
              .toList();
    };
  }

  /// A parameter may stand without anything below it.
  private static List<Parameter> parameters(Part part, String key) {
    List<Parameter> parameters = new ArrayList<>();
    part.part(key)
        .ifPresent(all ->
            all.mapping()
                .entries()
                .forEach(entry -> {
                  Optional<Part> about =
                      entry.value() instanceof Mapping inner
                          ? Optional.of(all.of(inner))
                          : Optional.empty();
                  parameters.add(
                      new Parameter(
                          all.text(entry.key()),
                          about.filter(one -> one.word("required").equals("true")).isPresent(),
                          about.flatMap(one -> one.text("default"))));
                }));
    return parameters;
  }
}
