package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.workflow.Job;
import io.github.tokenpreflight.workflow.Pair;
import io.github.tokenpreflight.workflow.Step;
import io.github.tokenpreflight.workflow.Uses;
import io.github.tokenpreflight.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Walks through every workflow of a checkout, into the actions and reusable workflows of the same
/// checkout.
final class Walk {
  /// As deep as GitHub nests them, and no further.
  private static final int DEEPEST = 10;

  private final Checkout checkout;
  private final Set<String> called = new HashSet<>();
  private final List<JobDemands> found = new ArrayList<>();

  private Walk(Checkout checkout) {
    this.checkout = checkout;
  }

  static List<JobDemands> through(Checkout checkout) {
    Walk walk = new Walk(checkout);
    for (Workflow file : checkout.files()) {
      file.jobs().forEach(job -> walk.callee(job).ifPresent(one -> walk.called.add(path(one))));
    }
    for (Workflow file : checkout.files()) {
      boolean workflow =
          file.form() == Workflow.Form.WORKFLOW || file.form() == Workflow.Form.REUSABLE;
      boolean alone = !walk.called.contains(path(file)) || file.signature().events().size() > 1;
      if (workflow && alone) {
        walk.workflow(file, Scope.outermost(), 0);
      }
    }
    return walk.found;
  }

  private Optional<Workflow> callee(Job job) {
    return job.call()
        .filter(call -> call.uses() instanceof Uses.Local)
        .flatMap(call -> checkout.find(((Uses.Local) call.uses()).path()));
  }

  private static String path(Workflow file) {
    return file.file().path();
  }

  private void workflow(Workflow file, Scope outer, int depth) {
    Scope scope = outer.with(file.setting().env());
    file.signature()
        .inputs()
        .forEach(input -> input.fallback().ifPresent(value -> scope.fallback(input.name(), value)));
    for (Job job : file.jobs()) {
      Optional<Workflow> callee = callee(job);
      if (callee.isPresent() && depth < DEEPEST) {
        Job.Call call = job.call().orElseThrow();
        workflow(
            callee.get(), scope.called(call.inherits(), call.with(), call.secrets()), depth + 1);
      } else {
        found.add(new JobDemands(file, job, job(job, scope.with(job.setting().env()))));
      }
    }
  }

  private List<Demand> job(Job job, Scope scope) {
    List<Demand> demands = new ArrayList<>();
    job.call().ifPresent(call -> demands.addAll(Strangers.workflow(call, scope)));
    steps(job.steps(), scope, new JobState(checkout), demands, 0);
    return demands;
  }

  private void steps(
      List<Step> steps, Scope scope, JobState state, List<Demand> demands, int depth) {
    for (Step step : steps) {
      Scope inner = scope.with(step.env());
      Optional<Workflow> action =
          step.uses()
              .filter(Uses.Local.class::isInstance)
              .flatMap(uses -> checkout.find(((Uses.Local) uses).path()));
      if (action.isPresent() && depth < DEEPEST) {
        Scope own = action(action.get(), step.with(), inner);
        action.get().jobs().forEach(job -> steps(job.steps(), own, state, demands, depth + 1));
      } else {
        demands.addAll(StepReader.demands(step, inner, state));
        if (StepReader.makesAppToken(step)) {
          scope.app(step.head().id());
        }
      }
    }
  }

  /// The scope inside an action: the environment goes in, secrets do not.
  private static Scope action(Workflow action, List<Pair> with, Scope outer) {
    Scope own = outer.called(false, with, List.of());
    action
        .signature()
        .inputs()
        .forEach(input -> input.fallback().ifPresent(value -> own.fallback(input.name(), value)));
    return own;
  }
}
