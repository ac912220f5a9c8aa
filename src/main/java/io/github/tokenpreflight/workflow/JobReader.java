package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one job and its steps.
final class JobReader {
  private JobReader() {}

  static Job job(Text id, Part part) {
    return new Job(
        id.text(), id.place(), setting(part), call(part), steps(part), part.references("steps"));
  }

  static Job composite(Part runs, Span at) {
    return new Job(
        "",
        runs.file().at(at),
        new Setting(Optional.empty(), List.of()),
        Optional.empty(),
        steps(runs),
        runs.references("steps"));
  }

  static Setting setting(Part part) {
    return new Setting(permissions(part), part.pairs("env"));
  }

  private static Optional<Permissions> permissions(Part part) {
    if (!part.has("permissions")) {
      return Optional.empty();
    }
    var place = part.file().at(part.at("permissions"));
    Optional<Node> node = part.node("permissions");
    if (node.isPresent() && node.get() instanceof Scalar word) {
      if (word.text().equals("read-all") || word.text().equals("write-all")) {
        return Optional.of(new Permissions.All(word.text().replace("-all", ""), place));
      }
      part.error(
          word.span(),
          "`permissions` must be `read-all`, `write-all` or a mapping",
          "write it like `contents: read`");
      return Optional.empty();
    }
    List<Pair> granted = part.pairs("permissions");
    return Optional.of(new Permissions.Each(granted, place));
  }

  private static Optional<Job.Call> call(Part part) {
    return part.text("uses")
        .map(uses -> {
          boolean inherits = part.word("secrets").equals("inherit");
          return new Job.Call(
              Uses.of(uses),
              part.pairs("with"),
              inherits,
              inherits ? List.of() : part.pairs("secrets"));
        });
  }

  private static List<Step> steps(Part part) {
    List<Step> steps = new ArrayList<>();
    for (Node item : part.items("steps")) {
      if (item instanceof Mapping mapping) {
        steps.add(step(part.of(mapping)));
      } else {
        part.wrong("steps", item, "a list of mappings");
      }
    }
    return steps;
  }

  private static Step step(Part part) {
    String key =
        Stream.of("name", "id", "uses", "run").filter(part::has).findFirst().orElse("name");
    return new Step(
        new Step.Head(part.word("name"), part.word("id"), part.file().at(part.at(key))),
        part.text("uses").map(Uses::of),
        part.text("run"),
        part.pairs("with"),
        part.pairs("env"),
        part.references(""));
  }
}
