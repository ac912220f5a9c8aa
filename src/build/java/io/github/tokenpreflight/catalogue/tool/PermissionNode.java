package io.github.tokenpreflight.catalogue.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/// One permission of the collected data.
final class PermissionNode {
  private PermissionNode() {}

  /// A permission that we have not met before.
  static ObjectNode of(GitHubTables.Listed listed) {
    ObjectNode permission = JsonNodeFactory.instance.objectNode();
    permission.put("title", listed.title());
    permission.put("scope", listed.target());
    permission.putArray("levelsUsed");
    permission.put("pat", false);
    permission.put("app", false);
    return permission;
  }

  /// Notes the levels that endpoints ask for, lowest first.
  static void use(ObjectNode permission, Collection<String> levels) {
    ArrayNode used = permission.putArray("levelsUsed");
    List.of("read", "write", "admin").stream().filter(levels::contains).forEach(used::add);
  }
}
