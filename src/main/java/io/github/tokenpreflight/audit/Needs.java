package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.requirements.Obtainable;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The permissions that a token needs, worked out of what is declared or of the calls it makes.
///
/// @param levels the level needed of each permission, by API name
/// @param unexplained the calls whose permissions the catalogue does not know
public record Needs(Map<String, Level> levels, List<String> unexplained) {
  public Needs {
    levels = new TreeMap<>(levels);
    unexplained = List.copyOf(unexplained);
  }

  /// What a requirements file declares for a token. Scopes say nothing here.
  public static Needs of(DeclaredToken.Power power) {
    Map<String, Level> levels = new TreeMap<>();
    power.permissions().forEach((name, level) -> levels.put(name, level(level)));
    power.repositories().stream()
        .filter(line -> line.contains(": "))
        .forEach(line -> levels.merge("contents", git(line), Needs::higher));
    return of(levels, power.endpoints());
  }

  /// The least set that explains these calls, beside permissions that are needed anyway.
  ///
  /// A call with several sufficient sets takes the one that adds least, once every call with a
  /// single set has been counted. That is least in steps, not proven least of all.
  ///
  /// @param calls `METHOD /path`, whose place-holders may have any name
  public static Needs of(Map<String, Level> anyway, List<String> calls) {
    Map<String, Level> levels = new TreeMap<>(anyway);
    List<String> unexplained = new ArrayList<>();
    List<List<PermissionSet>> open = new ArrayList<>();
    for (String call : calls) {
      List<PermissionSet> sets = sets(call);
      if (sets.isEmpty()) {
        unexplained.add(call);
      } else if (sets.size() == 1) {
        add(sets.getFirst(), levels);
      } else {
        open.add(sets);
      }
    }
    for (List<PermissionSet> sets : open) {
      add(cheapest(sets, levels), levels);
    }
    return new Needs(levels, unexplained);
  }

  /// The level of a word, [Level#NONE] for an unknown one.
  public static Level level(String word) {
    return Level.parse(word).orElse(Level.NONE);
  }

  /// Whether a kind of token can be given all of it.
  public boolean obtainableBy(TokenKind kind) {
    return !levels.isEmpty()
        && unexplained.isEmpty()
        && levels.entrySet().stream()
            .allMatch(need ->
                Permissions.standard()
                    .find(need.getKey())
                    .filter(permission -> holds(kind, permission, need.getValue()))
                    .isPresent());
  }

  /// `contents: write, issues: read`.
  public String words() {
    return levels.entrySet().stream()
        .map(need -> need.getKey().replace('_', '-') + ": " + need.getValue().wireName())
        .collect(Collectors.joining(", "));
  }

  private static boolean holds(TokenKind kind, Permission permission, Level level) {
    return Obtainable.by(kind, permission, level);
  }

  private static List<PermissionSet> sets(String call) {
    int blank = call.indexOf(' ');
    Optional<Endpoint> endpoint =
        blank < 0
            ? Optional.empty()
            : Endpoints.standard().match(call.substring(0, blank), call.substring(blank + 1));
    return endpoint.map(known -> known.grants().sets()).orElse(List.of());
  }

  private static PermissionSet cheapest(List<PermissionSet> sets, Map<String, Level> levels) {
    PermissionSet best = sets.getFirst();
    for (PermissionSet set : sets) {
      if (cost(set, levels) < cost(best, levels)) {
        best = set;
      }
    }
    return best;
  }

  /// By how many levels the set raises what is needed already.
  private static int cost(PermissionSet set, Map<String, Level> levels) {
    int cost = 0;
    for (Map.Entry<String, Level> need : set.levels().entrySet()) {
      Level held = levels.getOrDefault(need.getKey(), Level.NONE);
      cost += Math.max(0, need.getValue().compareTo(held));
    }
    return cost;
  }

  private static void add(PermissionSet set, Map<String, Level> levels) {
    set.levels().forEach((name, level) -> levels.merge(name, level, Needs::higher));
  }

  private static Level higher(Level one, Level other) {
    return one.includes(other) ? one : other;
  }

  /// Git access by role: whoever pushes writes contents.
  private static Level git(String line) {
    String role = line.substring(line.lastIndexOf(' ') + 1);
    return role.equals("pull") || role.equals("triage") ? Level.READ : Level.WRITE;
  }
}
