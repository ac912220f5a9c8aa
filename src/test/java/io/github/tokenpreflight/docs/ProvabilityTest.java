package io.github.tokenpreflight.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoint.Support;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permission.Target;
import io.github.tokenpreflight.catalogue.PermissionSet;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.evidence.Probes;
import io.github.tokenpreflight.token.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/provability.md` says of every permission at every level what proves it, or why nothing
/// does; and every permission that GitHub's own data lets us prove is covered, by rule.
///
/// `-Dprovability=write` writes the page anew.
final class ProvabilityTest {
  private static final Path PAGE = Path.of("docs/provability.md");
  private static final Pattern PLACE_HOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Endpoints ENDPOINTS = Endpoints.standard();
  private static final List<Endpoint> ALL = ENDPOINTS.all();

  /// GETs that qualify by GitHub's tables but answer others too; the reasons stand at
  /// `Probes.MISLEADING`.
  private static final Set<String> KNOWN_TO_MISLEAD =
      Set.of(
          "/orgs/{org}/projectsV2",
          "/repos/{owner}/{repo}/stargazers",
          "/repos/{owner}/{repo}/subscribers");

  /// GETs that GitHub's reference gives a query they cannot do without, or that make a report.
  private static final Pattern ASKS_FOR_MORE =
      Pattern.compile(
          ".*(?:-1-day|/insights/api/[\\w-]+|/packages|/permissions_check|/generate-report)");

  @Test
  void thePageSaysWhatTheCodeCanProve() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("provability"))) {
      Files.writeString(PAGE, page);
    }

    assertEquals(
        page,
        Files.readString(PAGE),
        PAGE + " is stale: ./mvnw test -Dtest=ProvabilityTest -Dprovability=write");
  }

  @Test
  void whateverHasAQualifyingGetIsProvenByOne() {
    List<String> uncovered = new ArrayList<>();
    for (Permission permission : Permissions.standard().all()) {
      for (Level level : permission.levels()) {
        for (TokenKind kind : holders(permission)) {
          Set<String> qualifying =
              ALL.stream()
                  .filter(endpoint -> qualifies(endpoint, permission, level, kind))
                  .map(Endpoint::path)
                  .filter(path -> !KNOWN_TO_MISLEAD.contains(path))
                  .collect(Collectors.toSet());
          Optional<String> chosen = proven(permission, level, kind).map(Endpoint::path);
          if (chosen.isPresent() != !qualifying.isEmpty()
              || chosen.filter(path -> !qualifying.contains(path)).isPresent()) {
            uncovered.add(permission.name() + " " + level + " " + kind + ": " + qualifying);
          }
        }
      }
    }

    assertEquals(
        List.of(),
        uncovered,
        "evidence/Probes chooses another GET than GitHub's tables allow: mend it there, or, for an"
            + " endpoint that answers others too, name it in Probes.MISLEADING and"
            + " ProvabilityTest.KNOWN_TO_MISLEAD");
  }

  @Test
  void aQuestionThatMisleadsStillExistsSoThatTheListStaysShort() {
    for (String path : KNOWN_TO_MISLEAD) {
      assertTrue(
          ENDPOINTS.match("GET", path).isPresent(),
          path + " is no endpoint any more: take it out of KNOWN_TO_MISLEAD and of Probes");
    }
  }

  /// GitHub's own words for it: one set that suffices, which is exactly this, for this kind of
  /// token, at a path that a place fills.
  private static boolean qualifies(
      Endpoint endpoint, Permission permission, Level level, TokenKind kind) {
    List<PermissionSet> sets =
        kind == TokenKind.FINE_GRAINED ? endpoint.grants().sets() : endpoint.grants().appSets();
    List<String> names =
        PLACE_HOLDER.matcher(endpoint.path()).results().map(hit -> hit.group(1)).toList();
    boolean placed =
        switch (permission.target()) {
          case REPOSITORY ->
              names.containsAll(List.of("owner", "repo"))
                  && Set.of("owner", "repo", "ref").containsAll(names);
          case ORGANIZATION -> names.equals(List.of("org"));
          case USER -> names.isEmpty() && endpoint.path().startsWith("/user");
          case ENTERPRISE -> false;
        };
    return endpoint.method().equals("GET")
        && placed
        && !ASKS_FOR_MORE.matcher(endpoint.path()).matches()
        && !endpoint.listing().enterpriseCloudOnly()
        && support(endpoint, kind) == Support.YES
        && sets.size() == 1
        && sets.getFirst().levels().equals(Map.of(permission.name(), level));
  }

  private static Support support(Endpoint endpoint, TokenKind kind) {
    return switch (kind) {
      case FINE_GRAINED -> endpoint.grants().fineGrained();
      case APP_USER -> endpoint.grants().appUser();
      default -> endpoint.grants().installation();
    };
  }

  /// The kinds that can hold a permission at some level.
  private static List<TokenKind> holders(Permission permission) {
    return Arrays.stream(TokenKind.values())
        .filter(TokenKind::hasPermissions)
        .filter(kind ->
            switch (kind) {
              case FINE_GRAINED -> permission.patHasIt();
              case ACTIONS -> !permission.workflowLevels().isEmpty();
              default -> permission.appHasIt();
            })
        .toList();
  }

  private static Optional<Endpoint> proven(Permission permission, Level level, TokenKind kind) {
    return Probes.showing(permission, level, List.of(kind));
  }

  private static String page() {
    StringBuilder rows = new StringBuilder();
    Map<Target, int[]> counts = new LinkedHashMap<>();
    for (Target target : Target.values()) {
      rows.append("\n## Permissions of ").append(title(target)).append("\n\n").append(COLUMNS);
      counts.put(target, new int[2]);
      for (Permission permission : Permissions.standard().all()) {
        if (permission.target() == target) {
          permission.levels().forEach(level -> rows.append(row(permission, level, counts)));
        }
      }
    }
    StringBuilder page = new StringBuilder(HEAD);
    counts.forEach((target, count) ->
        page.append("- Of ")
            .append(title(target))
            .append(": ")
            .append(count[0])
            .append(" of ")
            .append(count[1])
            .append(" levels of permissions are proven at `read`.\n"));
    return page.append(rows).toString();
  }

  private static final String COLUMNS =
      """
      | permission | proven at `read` by | on public repositories | proven at `writes` by | else, why not |
      |---|---|---|---|---|
      """;

  private static final String HEAD =
      """
      # What can be proven

      Of every permission at every level: which question proves it, or why none does. Made by a test from
      GitHub's own tables and the code (`-Dprovability=write`); nothing here is written by hand.

      - A GET proves a level when the only set of permissions that GitHub accepts there is exactly that, for
        the kind of token at hand, and its path needs nothing but a repository, an organization or the user.
      - A higher level answers a question for a lower one. Who is refused a lower level lacks the higher one.
      - On public repositories anyone may read most things, so that a success proves only what is marked `yes`.
        Internal repositories count as public.
      - `metadata: read` is proven by GitHub showing the repository. `contents: write` is proven by Git's own
        answer before a push.
      - Endpoints that only Enterprise Cloud has are not asked.

      """;

  private static String title(Target target) {
    return switch (target) {
      case REPOSITORY -> "repositories";
      case ORGANIZATION -> "organizations";
      case USER -> "users";
      case ENTERPRISE -> "enterprises";
    };
  }

  private static String row(Permission permission, Level level, Map<Target, int[]> counts) {
    boolean push = permission.name().equals("contents") && level == Level.WRITE;
    String read =
        push
            ? "Git: `git-receive-pack`"
            : byKind(permission, kind -> proven(permission, level, kind));
    String writes = byKind(permission, kind -> Probes.rejecting(permission, level, List.of(kind)));
    boolean decided = !read.isEmpty();
    counts.get(permission.target())[0] += decided ? 1 : 0;
    counts.get(permission.target())[1]++;
    boolean open =
        !Probes.discriminatesOnPublic(permission) && !permission.name().equals("metadata");
    String onPublic =
        !decided || permission.target() != Target.REPOSITORY ? "" : open && !push ? "no" : "yes";
    return "| `%s: %s` | %s | %s | %s | %s |%n"
        .formatted(
            permission.name(),
            level.wireName(),
            read,
            onPublic,
            decided ? "" : writes,
            decided || !writes.isEmpty() ? "" : why(permission, level))
        .replace(System.lineSeparator(), "\n");
  }

  /// A question once, with the kinds it serves where it does not serve all that hold the
  /// permission.
  private static String byKind(
      Permission permission, Function<TokenKind, Optional<Endpoint>> question) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (TokenKind kind : holders(permission)) {
      String signature = question.apply(kind).map(Endpoint::signature).orElse("");
      kinds.computeIfAbsent(signature, _ -> new ArrayList<>()).add(kind.word());
    }
    boolean same = kinds.size() == 1;
    kinds.remove("");
    return kinds.entrySet().stream()
        .map(one ->
            "`" + one.getKey() + "`" + (same ? "" : " (" + String.join(", ", one.getValue()) + ")"))
        .collect(Collectors.joining("; "));
  }

  /// The first thing that stands in the way, from the most to the least hopeless.
  private static String why(Permission permission, Level level) {
    List<Endpoint> needing = ENDPOINTS.needing(permission.name(), level);
    List<Endpoint> gets =
        needing.stream().filter(endpoint -> endpoint.method().equals("GET")).toList();
    if (needing.isEmpty()) {
      return "no REST endpoint asks for it";
    }
    if (gets.isEmpty()) {
      return "only writes ask for it";
    }
    if (permission.target() == Target.ENTERPRISE) {
      return "a requirements file names no enterprise";
    }
    if (gets.stream().allMatch(endpoint -> endpoint.listing().enterpriseCloudOnly())) {
      return "only Enterprise Cloud has a GET that asks for it";
    }
    if (gets.stream().anyMatch(endpoint -> KNOWN_TO_MISLEAD.contains(endpoint.path()))) {
      return "the GET that asks for it answers others too";
    }
    boolean alone =
        gets.stream().anyMatch(endpoint -> alone(endpoint.grants().sets(), permission, level));
    return alone
        ? "its GETs need more than a place, in the path or as a query"
        : "its GETs accept another permission as well, or need one besides";
  }

  private static boolean alone(List<PermissionSet> sets, Permission permission, Level level) {
    return sets.size() == 1 && sets.getFirst().levels().equals(Map.of(permission.name(), level));
  }
}
