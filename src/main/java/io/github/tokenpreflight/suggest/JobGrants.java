package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.tools.Needs;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the token of the job must be granted under `permissions:`, if it can do a thing at all.
final class JobGrants {
  private JobGrants() {}

  /// The keys and levels; absent where no `permissions:` block can grant what is needed.
  static Optional<Map<String, Level>> of(Needs needs) {
    if (!needs.job().isEmpty()) {
      return Optional.of(needs.job());
    }
    if (needs.permissions().isEmpty() && !needs.scopes().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Level> granted = new TreeMap<>();
    if (!grant(needs.permissions(), granted)) {
      return Optional.empty();
    }
    for (String call : needs.calls()) {
      Optional<Map<String, Level>> one = ofCall(call);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      one.get().forEach((key, level) -> granted.merge(key, level, JobGrants::higher));
    }
    return Optional.of(granted);
  }

  static Level higher(Level one, Level other) {
    return one.includes(other) ? one : other;
  }

  private static Optional<Map<String, Level>> ofCall(String call) {
    int blank = call.indexOf(' ');
    Endpoint endpoint =
        Endpoints.standard()
            .match(call.substring(0, blank), call.substring(blank + 1))
            .orElseThrow();
    if (endpoint.grants().installation() == Endpoint.Support.NO) {
      return Optional.empty();
    }
    List<PermissionSet> sets = endpoint.grants().appSets();
    return sets.isEmpty()
        ? Optional.of(Map.of())
        : sets.stream()
            .sorted(Comparator.comparingInt(set -> set.levels().size()))
            .flatMap(set -> {
              Map<String, Level> granted = new TreeMap<>();
              return grant(set.levels(), granted)
                  ? Stream.of(granted)
                  : Stream.<Map<String, Level>>empty();
            })
            .findFirst();
  }

  private static boolean grant(Map<String, Level> permissions, Map<String, Level> granted) {
    for (Map.Entry<String, Level> need : permissions.entrySet()) {
      Permission permission = Permissions.standard().find(need.getKey()).orElseThrow();
      if (permission.name().equals("metadata")) {
        continue;
      }
      Optional<Level> level =
          permission.workflowLevels().stream()
              .filter(one -> one.includes(need.getValue()))
              .findFirst();
      if (permission.workflowKey().isEmpty() || level.isEmpty()) {
        return false;
      }
      granted.merge(permission.workflowKey().get(), level.get(), JobGrants::higher);
    }
    return true;
  }
}
