package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.workflow.Job;
import io.github.tokenpreflight.workflow.Workflow;
import java.util.List;

/// Everything that the steps of one job demand.
record JobDemands(Workflow workflow, Job job, List<Demand> demands) {
  JobDemands {
    demands = List.copyOf(demands);
  }
}
