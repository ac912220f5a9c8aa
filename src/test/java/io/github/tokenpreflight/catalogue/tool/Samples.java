package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The small checkout, and the part of the collected data that it covers.
final class Samples {
  static final Path SOURCES = Path.of("src/test/resources/catalogue-sources");
  static final Path CHECKOUT = Path.of("src/test/resources/catalogue-sample");

  /// Not in the sample, as these are not in GitHub's tables either.
  static final String UPLOAD = "POST /repos/{owner}/{repo}/releases/{release_id}/assets";

  static final String ENTERPRISE = "GET /enterprises/{enterprise}/audit-log";

  private static final List<String> NAMES =
      List.of(
          "checks",
          "contents",
          "emails",
          "members",
          "organization_administration",
          "organization_copilot_seat_management",
          "workflows");

  private Samples() {}

  static GitHubTables tables() {
    try {
      return GitHubTables.read(CHECKOUT, "2026-03-10");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The collected data, cut down to the endpoints and permissions of the sample.
  static ObjectNode collected() {
    try {
      ObjectNode all = Sources.read(SOURCES).permissions().deepCopy();
      ObjectNode cut = JsonNodeFactory.instance.objectNode();
      cut.set("meta", all.path("meta"));
      ObjectNode permissions = cut.putObject("permissions");
      for (String name : NAMES) {
        permissions.set(name, all.path("permissions").path(name));
      }
      ObjectNode endpoints = cut.putObject("endpoints");
      Set<String> listed = tables().endpoints().keySet();
      for (var entry : all.path("endpoints").properties()) {
        String key = entry.getKey();
        if (listed.contains(key) || key.equals(UPLOAD) || key.equals(ENTERPRISE)) {
          endpoints.set(key, entry.getValue());
        }
      }
      Map<String, Set<String>> used = Counts.levels(endpoints);
      used.forEach(
          (name, levels) -> PermissionNode.use(permissions.withObject("/" + name), levels));
      return cut;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
