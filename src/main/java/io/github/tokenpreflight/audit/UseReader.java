package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.audit.SecretUse.Certainty;
import io.github.tokenpreflight.workflow.Job;
import io.github.tokenpreflight.workflow.Pair;
import io.github.tokenpreflight.workflow.Reference;
import io.github.tokenpreflight.workflow.Step;
import io.github.tokenpreflight.workflow.Text;
import io.github.tokenpreflight.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds where a workflow reads secrets, and what it gives them to. `GITHUB_TOKEN` is left out: it
/// is no secret that somebody keeps.
final class UseReader {
  private final String repository;
  private final Workflow workflow;
  private final boolean dependabot;
  private final List<SecretUse> uses = new ArrayList<>();
  private final Set<Reference> told = new HashSet<>();

  private UseReader(String repository, Workflow workflow) {
    this.repository = repository;
    this.workflow = workflow;
    this.dependabot = workflow.signature().isStartedBy("pull_request");
  }

  static List<SecretUse> read(String repository, Workflow workflow) {
    return new UseReader(repository, workflow).read();
  }

  /// Whether some place takes every secret, so that nobody can say which ones are used.
  static boolean takesAll(Workflow workflow) {
    return workflow.jobs().stream()
            .anyMatch(job -> job.call().filter(Job.Call::inherits).isPresent())
        || workflow
            .allReferences()
            .anyMatch(one -> one.isSecret() && one.name().equals(Reference.ANY));
  }

  private List<SecretUse> read() {
    variables("", workflow.setting().env());
    for (Job job : workflow.jobs()) {
      variables(job.id(), job.setting().env());
      job.call().ifPresent(call -> call.secrets().forEach(pair -> handed(job.id(), pair)));
      job.steps().forEach(step -> step(job.id(), step));
    }
    workflow
        .allReferences()
        .filter(one -> !told.contains(one))
        .forEach(one -> add(one, "", "", TokenSigns.name(one.name())));
    return uses;
  }

  private void step(String job, Step step) {
    variables(job, step.env());
    for (Pair pair : step.with()) {
      for (Reference one : pair.value().references()) {
        Certainty certainty =
            step.uses()
                .map(uses -> TokenSigns.input(uses, pair.name().text(), one.name()))
                .orElse(TokenSigns.name(one.name()));
        add(one, job, pair.name().text(), certainty);
      }
    }
    step.run().ifPresent(run -> script(job, run));
  }

  private void script(String job, Text run) {
    for (Reference one : run.references()) {
      String line = one.place().file().line(one.place().span().line()).orElse("");
      add(one, job, "", TokenSigns.line(line, one.name()));
    }
  }

  private void variables(String job, List<Pair> env) {
    for (Pair pair : env) {
      for (Reference one : pair.value().references()) {
        String variable = pair.name().text();
        add(one, job, variable, TokenSigns.variable(variable, one.name()));
      }
    }
  }

  private void handed(String job, Pair pair) {
    for (Reference one : pair.value().references()) {
      add(one, job, pair.name().text(), TokenSigns.name(one.name()));
    }
  }

  private void add(Reference one, String job, String as, Certainty certainty) {
    boolean known = one.isSecret() && !one.isJobToken() && !one.name().equals(Reference.ANY);
    if (known && told.add(one)) {
      uses.add(
          new SecretUse(
              one.name(), as, Spot.of(repository, one.place()), job, certainty, dependabot));
    }
  }
}
