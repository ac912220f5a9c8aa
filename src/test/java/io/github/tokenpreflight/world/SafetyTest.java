package io.github.tokenpreflight.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permission.Target;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.TokenKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a default plan may hold, over everything that can be declared: harmless requests to one
/// server about what is declared, and few of them.
final class SafetyTest {
  private static final GitHubHost HOST = GitHubHost.GITHUB_COM;

  /// Of the user, of the installation, or of something that belongs to `acme`.
  private static final Pattern DECLARED =
      Pattern.compile(
          "/rate_limit|/user(/(?!repos/)[\\w/-]+)?|/(agents/)?repos/acme/\\w+(/.*)?|(/scim/v2)?/org(s|anizations)/acme(/.*)?"
              + "|/user/\\w+/acme(/\\w+)?|/acme/\\w+\\.git/info/refs|/installation/repositories"
              + "|/networks/acme/\\w+/events");

  @Test
  void noPermissionAtAnyLevelMakesADefaultPlanUnsafe() {
    List<String> unsafe = new ArrayList<>();
    for (Permission permission : Permissions.standard().all()) {
      for (Level level : permission.levels()) {
        String requirement = "permissions: { " + permission.name() + ": " + level.wireName() + " }";
        TokenRequirements wanted = read(requirement);
        TokenRequirements forbidden = read("forbid: { " + requirement + " }");
        for (TokenKind kind : TokenKind.values()) {
          unsafe.addAll(violations(plan(wanted, kind, ProbeLevel.READ).questions()));
          unsafe.addAll(violations(plan(forbidden, kind, ProbeLevel.READ).questions()));
        }
      }
    }

    assertEquals(List.of(), unsafe);
  }

  @Test
  void noCallOfTheCatalogueMakesAPlanUnsafeEvenWithConsentToWrites() {
    List<String> unsafe = new ArrayList<>();
    for (Endpoint endpoint : Endpoints.standard().all()) {
      TokenRequirements requirements = read("endpoints: [ '" + endpoint.signature() + "' ]");
      for (TokenKind kind : TokenKind.values()) {
        unsafe.addAll(violations(plan(requirements, kind, ProbeLevel.READ).questions()));
        unsafe.addAll(violations(plan(requirements, kind, ProbeLevel.WRITES).questions()));
      }
    }

    assertEquals(List.of(), unsafe);
  }

  @Test
  void aPlantedWriteAnotherHostAndAnUndeclaredPlaceAreSeen() {
    Question write = Question.rejectedPost(HOST.api("/repos/acme/site/issues"), "planted");
    Question elsewhere = Question.get(URI.create("https://github.test/rate_limit"), "planted");
    Question undeclared = Question.get(HOST.api("/repos/other/site/issues"), "planted");

    for (Question planted : List.of(write, elsewhere, undeclared)) {
      assertEquals(1, violations(List.of(planted)).size(), planted.line());
    }
  }

  @Test
  void aPathThatIsNoAddressOrLeavesItsPlaceIsNotAskedItself() {
    for (String odd : List.of("a^b", "a|b")) {
      TokenRequirements requirements =
          read("endpoints: [ 'GET /repos/acme/site/commits/" + odd + "' ]");

      Plan plan = plan(requirements, TokenKind.FINE_GRAINED, ProbeLevel.READ);

      assertFalse(lines(plan.questions()).toString().contains("/commits/" + odd), odd);
    }
  }

  @Test
  void theHeadersLevelIsOneFreeRequestWhateverIsDeclared() {
    for (TokenKind kind : TokenKind.values()) {
      List<Question> asked = plan(everything(), kind, ProbeLevel.HEADERS).questions();

      assertEquals(List.of("GET https://api.github.com/rate_limit"), lines(asked));
    }
  }

  @Test
  void readingAsksAtMostOnceForAPermissionAndRepositoryBesidesTheDoors() {
    for (TokenKind kind : TokenKind.values()) {
      TokenRequirements requirements = everything();
      long onRepositories = count(Target.REPOSITORY);
      long onOrganizations = count(Target.ORGANIZATION);
      long ofUsers = count(Target.USER);
      int repositories = requirements.access().repositories().size();
      int organizations = requirements.access().organizations().size();
      long permissions = onRepositories * repositories + onOrganizations * organizations + ofUsers;
      // One for each repository, one for Git there, one for each organization, one for the lead.
      long most = permissions + 2L * repositories + organizations + 1;

      List<Question> asked = plan(requirements, kind, ProbeLevel.READ).questions();

      assertTrue(asked.size() <= most, kind + ": " + asked.size() + " of " + most);
      assertEquals(lines(asked).stream().distinct().toList(), lines(asked), "nothing twice");
    }
  }

  @Test
  void requirementsThatShareAQuestionAskItOnce() {
    TokenRequirements requirements =
        read(
            "repositories: { acme/site: push }, permissions: { metadata: read, contents: write,"
                + " issues: read }, forbid: { permissions: { issues: write } }, endpoints: ["
                + "'GET /repos/{owner}/{repo}', 'POST /repos/{owner}/{repo}/releases',"
                + " 'GET /repos/{owner}/{repo}/issues', 'GET /user/memberships/orgs/acme' ],"
                + " organizations: { acme: { role: member } }");

    assertEquals(
        List.of(
            "GET https://api.github.com/rate_limit",
            "GET https://api.github.com/repos/acme/site",
            "GET https://github.com/acme/site.git/info/refs?service=git-receive-pack",
            "GET https://api.github.com/repos/acme/site/issues?per_page=1",
            "GET https://api.github.com/user/memberships/orgs/acme"),
        lines(plan(requirements, TokenKind.FINE_GRAINED, ProbeLevel.READ).questions()));
  }

  @Test
  void withConsentAtMostOneWriteIsSentForAPermissionAndPlaceAndNeverOnContents() {
    for (TokenKind kind : TokenKind.values()) {
      Plan plan = plan(everything(), kind, ProbeLevel.WRITES);

      assertTrue(plan.writes().stream().allMatch(write -> write.body().isPresent()));
      assertFalse(
          lines(plan.writes()).stream().anyMatch(line -> line.contains("/contents")),
          "contents is Git's to answer");
      assertEquals(List.of(), violations(plan.rest()));
    }
  }

  /// All permissions at their highest level, on two repositories and two organizations.
  private static TokenRequirements everything() {
    String permissions =
        Permissions.standard().all().stream()
            .map(one -> one.name() + ": " + one.levels().getLast().wireName())
            .collect(Collectors.joining(", "));
    return read(
        "repositories: { acme/site: push, acme/docs: pull }, permissions: { "
            + permissions
            + " }, organizations: { acme: { role: member }, umbrella: { role: member } }");
  }

  private static long count(Target target) {
    return Permissions.standard().all().stream().filter(one -> one.target() == target).count();
  }

  private static TokenRequirements read(String requirements) {
    return Judged.read(requirements).tokens().getFirst();
  }

  private static Plan plan(TokenRequirements requirements, TokenKind kind, ProbeLevel level) {
    Optional<RepositoryName> here = RepositoryName.parse("acme/site");
    return Plan.of(requirements, Set.of(kind), new Setting(HOST, here, level, false));
  }

  private static List<String> lines(List<Question> questions) {
    return questions.stream().map(Question::line).toList();
  }

  /// What must not be in a plan that nobody consented to.
  private static List<String> violations(List<Question> questions) {
    return questions.stream().filter(SafetyTest::isUnsafe).map(Question::line).toList();
  }

  private static boolean isUnsafe(Question question) {
    URI home = question.door() == Question.Door.GIT ? HOST.web() : HOST.api();
    boolean changes = Stream.of("GET", "HEAD").noneMatch(question.method()::equals);
    boolean acts = question.uri().getPath().endsWith("/generate-report");
    return changes
        || acts
        || question.body().isPresent()
        || !home.getHost().equals(question.uri().getHost())
        || !DECLARED.matcher(question.uri().getPath().replace("umbrella", "acme")).matches();
  }
}
