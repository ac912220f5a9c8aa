package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.github.GitHubHost;

/// What an audit would ask, before anything is asked.
final class AuditPlan {
  private AuditPlan() {}

  static String of(AuditOptions options, GitHubHost host) {
    if (options.scope().kind() == Scope.Kind.CHECKOUTS) {
      return "nothing is asked: `--from` reads files\n";
    }
    StringBuilder plan = new StringBuilder("how often  what\n");
    plan.append("1          GET ").append(host.api("/rate_limit")).append('\n');
    plan.append("           whether GitHub takes the token; costs nothing\n");
    if (!options.shard().isWhole()) {
      plan.append("1/100      POST ").append(host.graphQl()).append('\n');
      plan.append(
          "           a query for the names of a hundred repositories, to find this part\n");
    }
    plan.append(
        options.shard().isWhole()
            ? "1/100      "
            : "1/" + 100 * options.shard().parts() + "      ");
    plan.append("POST ").append(host.graphQl()).append('\n');
    plan.append(
        "           a query for the requirements files and workflows of a hundred repositories\n\n");
    plan.append(
        "1/100 is one for each hundred repositories; a query that GitHub does not get done in\n");
    plan.append(
        "time is sent again in halves. Queries only, never a mutation. For 10,000 repositories:\n");
    int queries = 10_000 / 100;
    int all = options.shard().isWhole() ? queries : queries + queries / options.shard().parts();
    return plan.append(all).append(" queries, about a point each of 5,000 an hour.\n").toString();
  }
}
