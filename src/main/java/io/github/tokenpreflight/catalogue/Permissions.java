package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.Permission.Holders;
import io.github.tokenpreflight.catalogue.Permission.Target;
import io.github.tokenpreflight.catalogue.Permission.Workflow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All permissions, findable by each of their names.
public final class Permissions {
  private final List<Permission> all;
  private final Map<String, Permission> byName;

  private Permissions(List<Permission> all, Map<String, Permission> byName) {
    this.all = all;
    this.byName = byName;
  }

  /// The table of this build, loaded on first use.
  public static Permissions standard() {
    return Standard.PERMISSIONS;
  }

  static Permissions from(Collection<Permission> permissions) {
    Map<String, Permission> byName = new HashMap<>();
    for (Permission permission : permissions) {
      byName.put(permission.name(), permission);
      permission.holders().appName().ifPresent(name -> byName.putIfAbsent(name, permission));
    }
    return new Permissions(List.copyOf(permissions), byName);
  }

  /// The permission with this name or label.
  ///
  /// - Names: the API name, the key of workflow files, or the name for apps; `-` and `_` are the
  ///   same.
  /// - Labels: in any case. A label that several permissions share ("Variables" of repositories and
  ///   of organizations) finds nothing, unless it is also a name: see [#labelled].
  public Optional<Permission> find(String nameOrLabel) {
    String name = nameOrLabel.toLowerCase(Locale.ROOT).replace('-', '_');
    Permission named = byName.get(name);
    if (named != null) {
      return Optional.of(named);
    }
    List<Permission> labelled = labelled(nameOrLabel);
    return labelled.size() == 1 ? Optional.of(labelled.getFirst()) : Optional.empty();
  }

  /// Every permission with this label, in any case.
  public List<Permission> labelled(String label) {
    return all.stream().filter(permission -> permission.label().equalsIgnoreCase(label)).toList();
  }

  /// The name of the permission that people often call otherwise, as other pages of GitHub do.
  public static Optional<String> meant(String slip) {
    return Optional.ofNullable(
        switch (slip.toLowerCase(Locale.ROOT).replace('-', '_')) {
          case "code" -> "contents";
          case "webhooks" -> "repository_hooks";
          case "variables" -> "actions_variables";
          case "dependabot_alerts" -> "vulnerability_alerts";
          default -> null;
        });
  }

  /// All permissions, by name.
  public List<Permission> all() {
    return all;
  }

  public List<String> names() {
    return all.stream().map(Permission::name).toList();
  }

  /// Plain loops: streams cost milliseconds here at start-up.
  private static final class Standard {
    static final Permissions PERMISSIONS = from(read());

    private static List<Permission> read() {
      List<Permission> permissions = new ArrayList<>();
      for (List<String> row : Catalogue.rows(Catalogue.text("permissions.tsv"), 9)) {
        permissions.add(permission(row));
      }
      return permissions;
    }

    private static Permission permission(List<String> row) {
      return new Permission(
          row.get(0),
          row.get(1),
          Target.of(row.get(2)),
          levels(row.get(3)),
          new Holders(
              row.get(4).contains("pat"),
              row.get(4).contains("app"),
              levels(row.get(5)),
              filled(row.get(8))),
          new Workflow(filled(row.get(6)), levels(row.get(7))));
    }

    private static List<Level> levels(String cell) {
      List<Level> levels = new ArrayList<>();
      for (String word : Catalogue.words(cell)) {
        levels.add(Level.parse(word).orElseThrow());
      }
      return levels;
    }

    private static Optional<String> filled(String cell) {
      return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }
  }
}
