package io.github.tokenpreflight.evidence;

import java.util.Set;

/// GET endpoints that are never asked, although their paths need nothing but a place.
final class Unaskable {
  /// They cannot do without a query, so that nobody gets more than a complaint about it.
  ///
  /// Source: GitHub's REST reference, captured 2026-08-22 (documented).
  private static final Set<String> NEED_A_QUERY =
      Set.of(
          "/orgs/{org}/copilot/metrics/reports/organization-1-day",
          "/orgs/{org}/copilot/metrics/reports/repos-1-day",
          "/orgs/{org}/copilot/metrics/reports/user-teams-1-day",
          "/orgs/{org}/copilot/metrics/reports/users-1-day",
          "/orgs/{org}/insights/api/subject-stats",
          "/orgs/{org}/insights/api/summary-stats",
          "/orgs/{org}/insights/api/time-stats",
          "/orgs/{org}/packages",
          "/repos/{owner}/{repo}/codespaces/permissions_check",
          "/user/packages");

  /// They make GitHub do something: this one builds a report.
  private static final Set<String> ACT =
      Set.of("/repos/{owner}/{repo}/dependency-graph/sbom/generate-report");

  private Unaskable() {}

  static boolean contains(String template) {
    return NEED_A_QUERY.contains(template) || ACT.contains(template);
  }
}
