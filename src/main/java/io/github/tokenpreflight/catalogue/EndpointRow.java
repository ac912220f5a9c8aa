package io.github.tokenpreflight.catalogue;

import io.github.tokenpreflight.catalogue.ClassicScopes.Extra;
import io.github.tokenpreflight.catalogue.ClassicScopes.Tokens;
import io.github.tokenpreflight.catalogue.Endpoint.Admission;
import io.github.tokenpreflight.catalogue.Endpoint.Basis;
import io.github.tokenpreflight.catalogue.Endpoint.Callers;
import io.github.tokenpreflight.catalogue.Endpoint.Certainty;
import io.github.tokenpreflight.catalogue.Endpoint.Combination;
import io.github.tokenpreflight.catalogue.Endpoint.Grants;
import io.github.tokenpreflight.catalogue.Endpoint.Listing;
import io.github.tokenpreflight.catalogue.Endpoint.Recorded;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of the endpoint table, read back into an [Endpoint].
///
/// Cells: method and path, operation id, category, flags, fine-grained, app, sets, app sets,
/// combination, certainty, classic scopes, recorded scopes, recorded permissions, callers.
final class EndpointRow {
  private static final int CELLS = 14;

  private final List<String> cells;

  private EndpointRow(List<String> cells) {
    this.cells = cells;
  }

  static Endpoint read(String line) {
    return new EndpointRow(Catalogue.cells(line, CELLS)).endpoint();
  }

  private Endpoint endpoint() {
    int space = cells.get(0).indexOf(' ');
    return new Endpoint(
        cells.get(0).substring(0, space),
        cells.get(0).substring(space + 1),
        new Listing(
            filled(1),
            filled(2),
            cells.get(3).contains("ghec"),
            cells.get(3).contains("deprecated"),
            cells.get(3).contains("disputed"),
            new Callers(RequiredRole.of(role()), admission())),
        grants(),
        classicScopes(),
        recorded());
  }

  /// The first word of for example `owner only:apps`.
  private String role() {
    String cell = cells.get(13);
    int only = cell.indexOf("only:");
    return only < 0 ? cell : cell.substring(0, only).strip();
  }

  private Admission admission() {
    String cell = cells.get(13);
    return switch (cell.substring(cell.indexOf(':') + 1)) {
      case "apps" -> Admission.APPS_ONLY;
      case "app-credentials" -> Admission.APP_CREDENTIALS;
      case "nobody" -> Admission.NOBODY;
      default -> Admission.ANY;
    };
  }

  private Grants grants() {
    List<PermissionSet> sets = PermissionSet.anyOf(cells.get(6));
    return new Grants(
        support(cells.get(4)),
        appSupport("installation"),
        appSupport("user"),
        sets,
        cells.get(7).isEmpty() ? sets : PermissionSet.anyOf(cells.get(7)),
        new Basis(combination(), certainty()));
  }

  private static Support support(String word) {
    return switch (word) {
      case "yes" -> Support.YES;
      case "no" -> Support.NO;
      default -> Support.UNKNOWN;
    };
  }

  private Support appSupport(String kind) {
    if (cells.get(5).equals("?")) {
      return Support.UNKNOWN;
    }
    return Catalogue.words(cells.get(5)).contains(kind) ? Support.YES : Support.NO;
  }

  private Combination combination() {
    return switch (cells.get(8)) {
      case "anyOf" -> Combination.ANY_OF;
      case "allOf" -> Combination.ALL_OF;
      case "unverified" -> Combination.UNVERIFIED;
      default -> Combination.AS_LISTED;
    };
  }

  private Certainty certainty() {
    return switch (cells.get(9)) {
      case "documented" -> Certainty.DOCUMENTED;
      case "recorded" -> Certainty.RECORDED;
      case "inferred" -> Certainty.INFERRED;
      default -> Certainty.LISTED;
    };
  }

  /// For example `any=admin:org;public=public_repo|repo;when repository is
  /// private=repo;for=nobody`.
  private Optional<ClassicScopes> classicScopes() {
    if (cells.get(10).isEmpty() && !admission().refusesScoped()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClassicScopes(
            scopeSets("any"),
            scopeSets("public"),
            scopeSets("private"),
            extras(),
            scopeSets("optional"),
            tokens()));
  }

  private List<List<String>> scopeSets(String key) {
    for (String part : cells.get(10).split(";", -1)) {
      if (part.startsWith(key + "=")) {
        List<List<String>> sets = new ArrayList<>();
        for (String set : part.substring(key.length() + 1).split("\\|", -1)) {
          sets.add(Catalogue.words(set));
        }
        return sets;
      }
    }
    return List.of();
  }

  private List<Extra> extras() {
    List<Extra> extras = new ArrayList<>();
    for (String part : cells.get(10).split(";", -1)) {
      if (part.startsWith("when ")) {
        int equals = part.indexOf('=');
        extras.add(
            new Extra(part.substring(5, equals), Catalogue.words(part.substring(equals + 1))));
      }
    }
    return extras;
  }

  private Tokens tokens() {
    if (cells.get(10).contains("for=nobody") || admission().refusesScoped()) {
      return Tokens.NEITHER;
    }
    return cells.get(10).contains("for=classic") ? Tokens.CLASSIC_ONLY : Tokens.CLASSIC_AND_OAUTH;
  }

  private Recorded recorded() {
    Optional<List<String>> scopes =
        filled(11).map(cell -> cell.equals("any") ? List.of() : Catalogue.words(cell));
    return new Recorded(scopes, filled(12).map(PermissionSet::anyOf));
  }

  private Optional<String> filled(int cell) {
    return cells.get(cell).isEmpty() ? Optional.empty() : Optional.of(cells.get(cell));
  }
}
