package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.audit.SecretUse.Certainty;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.RequirementsReader;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.workflow.WorkflowReader;
import io.github.tokenpreflight.workflow.WorkflowReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges one repository by its files alone: from their text to what the audit keeps of it.
public final class RepositoryAudit {
  private final RepositorySource source;
  private final List<DeclaredToken> tokens = new ArrayList<>();
  private final List<SecretUse> uses = new ArrayList<>();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final List<String> unread;
  private boolean allRead;
  private Optional<String> file = Optional.empty();
  private boolean takesAll;

  private RepositoryAudit(RepositorySource source) {
    this.source = source;
    this.unread = source.unread();
    this.allRead = source.unread().isEmpty() && source.problems().isEmpty();
    this.findings.addAll(source.problems());
  }

  public static RepositoryFacts of(RepositorySource source) {
    return new RepositoryAudit(source).facts();
  }

  private RepositoryFacts facts() {
    boolean valid = requirements();
    source.workflows().forEach(this::workflow);
    Drift drift = new Drift(source, tokens, uses);
    findings.addAll(drift.undeclared(valid ? file : Optional.empty(), valid));
    if (valid && file.isPresent()) {
      findings.addAll(drift.unused(file.get(), allRead && !takesAll));
      findings.addAll(drift.absentWorkflows(file.get()));
      findings.addAll(Advice.of(source.head(), file.get(), tokens));
    }
    List<SecretUse> kept = uses.stream().filter(this::matters).toList();
    findings.sort(AuditFinding.WORST_FIRST);
    return new RepositoryFacts(source.head(), tokens, kept, findings, unread);
  }

  /// Whether the file, if there is one, can be believed.
  private boolean requirements() {
    List<SourceFile> files = source.requirements();
    if (files.isEmpty()) {
      return true;
    }
    file = Optional.of(files.getFirst().path());
    if (files.size() > 1) {
      findings.add(
          AuditFinding.of(
                  Rule.CONTRADICTION,
                  Severity.ERROR,
                  new Spot(source.head().name(), file.get(), 0, 0, 0),
                  "",
                  "there are several requirements files")
              .help("keep one of them"));
      return false;
    }
    Reading reading =
        RequirementsReader.readInline(files.getFirst().path(), files.getFirst().text());
    reading
        .findings()
        .forEach(finding -> findings.add(AuditFinding.of(source.head().name(), finding)));
    return switch (reading) {
      case Reading.Invalid _ -> false;
      case Reading.Read read -> {
        read.requirements()
            .tokens()
            .forEach(token -> tokens.add(DeclaredToken.of(token, files.getFirst().path())));
        yield true;
      }
    };
  }

  private void workflow(SourceFile workflow) {
    WorkflowReading reading = WorkflowReader.read(workflow.path(), workflow.text());
    reading
        .workflow()
        .ifPresent(read -> {
          uses.addAll(UseReader.read(source.head().name(), read));
          takesAll |= UseReader.takesAll(read);
        });
    if (reading.workflow().isEmpty()) {
      allRead = false;
      reading.errors().stream()
          .limit(1)
          .map(error -> AuditFinding.of(source.head().name(), error))
          .forEach(error -> findings.add(broken(error)));
    }
  }

  private static AuditFinding broken(AuditFinding error) {
    return AuditFinding.of(
            Rule.UNREADABLE_WORKFLOW,
            Severity.WARNING,
            error.spot(),
            "",
            "a workflow cannot be read, so nobody can say which secrets it uses")
        .seen(error.message())
        .help("mend the file; GitHub does not run it as it is");
  }

  private boolean matters(SecretUse use) {
    return use.certainty() != Certainty.UNKNOWN
        || tokens.stream().anyMatch(token -> Drift.concerns(token, use));
  }
}
