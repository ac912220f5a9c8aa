package io.github.tokenpreflight.workflow;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Decoded;
import io.github.tokenpreflight.tree.Decoder;
import io.github.tokenpreflight.tree.Dialect;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Tree;
import io.github.tokenpreflight.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From the content of a workflow, a reusable workflow or an action to its jobs and steps.
///
/// It looks at what concerns tokens and passes over the rest, so it accepts all that GitHub
/// accepts. A part of the wrong type is an error with its place, and the others are read all the
/// same.
public final class WorkflowReader {
  private WorkflowReader() {}

  /// Reads the content of a file.
  ///
  /// @param path the path to show
  public static WorkflowReading read(String path, byte[] content) {
    return read(Decoder.decode(path, content));
  }

  /// Reads a text that was decoded elsewhere, such as one in an answer of GitHub.
  ///
  /// @param path the path to show
  public static WorkflowReading read(String path, String text) {
    return read(Decoder.decode(path, text));
  }

  private static WorkflowReading read(Decoded decoded) {
    SourceFile file = decoded.file();
    if (decoded instanceof Decoded.Undecodable undecodable) {
      return new WorkflowReading(file, Optional.empty(), List.of(undecodable.error()));
    }
    Tree tree = TreeReader.read(file, Dialect.WORKFLOW);
    List<Finding> errors = new ArrayList<>(tree.errors());
    Optional<Workflow> workflow = tree.root().flatMap(root -> root(file, root, errors));
    if (tree.root().isEmpty() && errors.isEmpty()) {
      errors.add(noWorkflow(file, new Span(1, 1, 1), "the file holds only comments"));
    }
    return new WorkflowReading(file, workflow, errors);
  }

  private static Optional<Workflow> root(SourceFile file, Node root, List<Finding> errors) {
    if (!(root instanceof Mapping mapping)) {
      errors.add(
          noWorkflow(file, root.span(), "a workflow must be a mapping, but is " + root.kind()));
      return Optional.empty();
    }
    Part part = new Part(file, mapping, errors);
    if (part.has("runs")) {
      return Optional.of(action(part));
    }
    if (part.has("jobs")) {
      return Optional.of(workflow(part));
    }
    errors.add(
        noWorkflow(
            file, root.span(), "neither `jobs`, as in a workflow, nor `runs`, as in an action"));
    return Optional.empty();
  }

  private static Workflow workflow(Part part) {
    Signature signature = SignatureReader.workflow(part);
    List<Job> jobs =
        part.part("jobs").stream()
            .flatMap(found -> found.parts().stream())
            .map(job -> JobReader.job(job.name(), job.part()))
            .toList();
    return new Workflow(
        part.file(),
        signature.isStartedBy("workflow_call") ? Workflow.Form.REUSABLE : Workflow.Form.WORKFLOW,
        signature,
        JobReader.setting(part),
        jobs,
        part.references("jobs"));
  }

  private static Workflow action(Part part) {
    Optional<Part> runs = part.part("runs");
    boolean composite = runs.isPresent() && runs.get().word("using").equals("composite");
    List<Job> jobs =
        composite ? List.of(JobReader.composite(runs.get(), part.at("runs"))) : List.of();
    return new Workflow(
        part.file(),
        composite ? Workflow.Form.COMPOSITE : Workflow.Form.PROGRAM,
        SignatureReader.action(part),
        new Setting(Optional.empty(), List.of()),
        jobs,
        part.references(composite ? "runs" : ""));
  }

  private static Finding noWorkflow(SourceFile file, Span span, String message) {
    return Finding.error(Rule.WRONG_TYPE, message)
        .at(file.at(span))
        .help("check that the file is a workflow or an action");
  }
}
