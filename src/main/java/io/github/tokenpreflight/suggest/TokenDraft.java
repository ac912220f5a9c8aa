package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The entry of one token: its requirements, each with the places that it comes from.
final class TokenDraft {
  private final String name;
  private final Optional<String> current;
  private final List<Demand> demands;
  private final Map<String, Needed> permissions = new TreeMap<>();
  private final Map<String, Origin> endpoints = new TreeMap<>();
  private final Map<String, Origin> scopes = new LinkedHashMap<>();

  /// The places that a line comes from.
  private static final class Origin {
    private final Set<String> places = new LinkedHashSet<>();
    private boolean certain;

    void add(Demand demand) {
      places.add(Draft.link(demand) + " " + demand.what());
      certain = certain || !demand.isGuess();
    }

    String comment() {
      List<String> all = List.copyOf(places);
      String shown = String.join(", ", all.subList(0, Math.min(2, all.size())));
      String more = all.size() > 2 ? " and " + (all.size() - 2) + " more" : "";
      return "# " + (certain ? "" : "guess: ") + shown + more;
    }
  }

  /// A permission that is needed.
  private static final class Needed {
    private final Set<String> repositories = new TreeSet<>();
    private Origin origin = new Origin();
    private Level level = Level.NONE;

    /// What asks for less than another is no reason for the level.
    void add(Demand demand, Level wanted) {
      repositories.add(demand.repository());
      if (!level.includes(wanted)) {
        level = wanted;
        origin = new Origin();
      }
      if (level == wanted) {
        origin.add(demand);
      }
    }
  }

  TokenDraft(String name, Optional<String> current, List<Demand> demands) {
    this.name = name;
    this.current = current;
    this.demands = List.copyOf(demands);
    this.demands.forEach(this::add);
  }

  private void add(Demand demand) {
    Map<String, Level> wanted =
        name.equals("GITHUB_TOKEN") && !demand.needs().job().isEmpty()
            ? demand.needs().ofJob()
            : demand.needs().ofToken();
    wanted.forEach((permission, level) -> {
      if (!permission.equals("metadata")) {
        permissions.computeIfAbsent(permission, _ -> new Needed()).add(demand, level);
      }
    });
    demand
        .needs()
        .calls()
        .forEach(call -> endpoints.computeIfAbsent(call, _ -> new Origin()).add(demand));
    if (wanted.isEmpty() && !demand.needs().scopes().isEmpty()) {
      demand
          .needs()
          .scopes()
          .getFirst()
          .forEach(scope -> scopes.computeIfAbsent(scope, _ -> new Origin()).add(demand));
    }
  }

  /// The entry, as it stands below `tokens:`.
  List<String> lines(List<String> remarks) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + name + ":");
    remarks.forEach(remark -> lines.add("    # " + remark));
    hints().forEach(hint -> lines.add("    # " + hint));
    lines.add("    used-by: [" + String.join(", ", files()) + "]");
    repositories(lines);
    if (!permissions.isEmpty()) {
      lines.add("    permissions:");
      permissions.forEach((permission, needed) -> lines.add(line(permission, needed)));
    }
    if (!endpoints.isEmpty()) {
      lines.add("    endpoints:");
      endpoints.forEach((call, from) -> lines.add("      - " + call + " " + from.comment()));
    }
    if (!scopes.isEmpty()) {
      lines.add("    scopes:");
      scopes.forEach((scope, from) -> lines.add("      - " + scope + " " + from.comment()));
    }
    return lines;
  }

  private String line(String permission, Needed needed) {
    String key = "      " + permission.replace('_', '-') + ": ";
    Set<String> others = others();
    String level = needed.level.wireName();
    Set<String> on = new TreeSet<>();
    for (String repository : needed.repositories) {
      String shown = repository.isEmpty() ? current.orElse("") : repository;
      if (!shown.isEmpty() && !shown.equals(Demand.UNKNOWN)) {
        on.add(shown);
      }
    }
    boolean everywhere = others.isEmpty() || on.isEmpty() || on.equals(declared());
    return everywhere || isOfOrganization(permission)
        ? key + level + "  " + needed.origin.comment()
        : key
            + "{ level: "
            + level
            + ", on: ["
            + String.join(", ", on)
            + "] }  "
            + needed.origin.comment();
  }

  private static boolean isOfOrganization(String permission) {
    return permission.startsWith("organization_") || permission.equals("members");
  }

  private void repositories(List<String> lines) {
    Set<String> declared = declared();
    if (declared.isEmpty()) {
      return;
    }
    lines.add("    repositories:");
    for (String repository : declared) {
      boolean here = current.filter(repository::equals).isPresent();
      Origin origin = new Origin();
      String meant = here ? "" : repository;
      demands.stream()
          .filter(one -> one.repository().equals(meant))
          .filter(one -> writes(one) || !pushes(meant))
          .forEach(origin::add);
      String role = pushes(meant) ? "push" : "pull";
      lines.add("      " + repository + ": " + role + "  " + origin.comment());
    }
  }

  /// The repositories to name: every other one, and this one where it is pushed to or not alone.
  private Set<String> declared() {
    Set<String> declared = new TreeSet<>(others());
    boolean here = demands.stream().anyMatch(Demand::isCurrent);
    if (here && (!declared.isEmpty() || pushes(""))) {
      current.ifPresent(declared::add);
    }
    return declared;
  }

  private Set<String> others() {
    Set<String> others = new TreeSet<>();
    for (Demand demand : demands) {
      if (!demand.isCurrent() && !demand.repository().equals(Demand.UNKNOWN)) {
        others.add(demand.repository());
      }
    }
    return others;
  }

  private boolean pushes(String repository) {
    return demands.stream()
        .filter(one -> one.repository().equals(repository))
        .anyMatch(TokenDraft::writes);
  }

  private static boolean writes(Demand demand) {
    return demand.needs().ofToken().get("contents") == Level.WRITE;
  }

  private Set<String> files() {
    Set<String> files = new TreeSet<>();
    demands.forEach(one -> files.add(quoted(one.place().file().path())));
    return files;
  }

  private static String quoted(String path) {
    return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "''") + "'";
  }

  /// What is not known, and what else changes the needs.
  private Set<String> hints() {
    Set<String> hints = new LinkedHashSet<>();
    for (Demand demand : demands) {
      String at = Draft.link(demand) + " " + demand.what() + ": ";
      if (demand.certainty() == Certainty.NONE && demand.hints().isEmpty()) {
        hints.add(at + "not known what it needs; see its documentation");
      }
      if (demand.repository().equals(Demand.UNKNOWN)) {
        hints.add(at + "which repository cannot be told from here; add it under `repositories`");
      }
      demand.hints().forEach(hint -> hints.add(at + hint));
    }
    return hints;
  }
}
