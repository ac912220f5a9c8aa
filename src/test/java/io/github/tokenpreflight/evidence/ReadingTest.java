package io.github.tokenpreflight.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.token.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each answer says about a power: the same for every question where it is about something
/// else, and for each question's own refusals what its reading says.
final class ReadingTest {
  private static final Setting SETTING = TestAnswers.setting(ProbeLevel.READ);
  private static final Question DOOR = new Questions(SETTING.host()).repository(TestAnswers.SITE);
  private static final Target PLACE = new Target.Repository(TestAnswers.SITE);
  private static final Reading PROBE = probe(Level.READ);
  private static final Reading PUSH = new GitReading.Push(TestAnswers.SITE);

  private static final List<Reading> READINGS =
      List.of(
          new Reach.Door(),
          new CallReading(PLACE),
          PROBE,
          new GitReading.Pull(),
          PUSH,
          new GitReading.Policies(TestAnswers.SITE));

  /// Which refusals refute, by what they show to be missing; all others leave the power open.
  private static final Map<Reading, Map<Meaning, Cause>> REFUTED =
      Map.of(
          new Reach.Door(),
          Map.of(Meaning.NOT_FOUND, Cause.REACH),
          new CallReading(PLACE),
          Map.of(
              Meaning.MISSING_PERMISSION,
              Cause.GRANT,
              Meaning.MISSING_SCOPE,
              Cause.GRANT,
              Meaning.MISSING_ROLE,
              Cause.ROLE),
          PROBE,
          Map.of(Meaning.MISSING_ROLE, Cause.ROLE),
          new GitReading.Pull(),
          git(Cause.GRANT),
          PUSH,
          git(Cause.ROLE));

  @ParameterizedTest
  @EnumSource
  void everyRefusalMeansWhatTheTableSays(Meaning meaning) {
    for (Reading reading : REFUTED.keySet()) {
      Grant grant = reading.read(TestAnswers.refused(DOOR, meaning), evidence("pull"));
      Cause own = REFUTED.get(reading).get(meaning);
      Class<?> outcome =
          meaning.policy() || own != null
              ? Grant.Lacking.class
              : meaning.besideThePoint() ? Grant.Unanswered.class : Grant.Ambiguous.class;

      assertEquals(outcome, grant.getClass(), () -> reading + " of " + meaning);
      if (grant instanceof Grant.Lacking lacking) {
        assertEquals(Set.of(meaning.policy() ? Cause.POLICY : own), lacking.causes());
      }
    }
  }

  @Test
  void noAnswerIsNeverAYesOrANo() {
    for (Reading reading : READINGS) {
      assertInstanceOf(
          Grant.Unanswered.class, reading.read(TestAnswers.unanswered(DOOR), evidence("admin")));
    }
  }

  @Test
  void aSuccessOpensEveryDoorButTheOneThatNobodyCanRead() {
    Answer empty = TestAnswers.given(DOOR, "{}");

    assertInstanceOf(Grant.Unanswered.class, new Reach.Door().read(empty, evidence("admin")));
    for (Reading reading : READINGS.subList(1, READINGS.size())) {
      assertInstanceOf(
          Grant.Held.class, reading.read(empty, evidence("admin")), reading.toString());
    }
  }

  @Test
  void gitNamesTheUserNobodyElseDoes() {
    Grant grant =
        PUSH.read(
            TestAnswers.refused(
                DOOR,
                Meaning.GIT_DENIED,
                "Permission to acme/site.git denied to octocat.",
                new String[0]),
            evidence("pull"));

    assertEquals(
        "Git answered HTTP 403: Permission to acme/site.git denied to the user.", grant.words());
  }

  @Test
  void aPushThatIsDeniedIsForTheTokenOrTheUserToMend() {
    Answer denied = TestAnswers.refused(DOOR, Meaning.GIT_DENIED);

    assertEquals(Set.of(Cause.ROLE), causes(PUSH.read(denied, evidence("pull"))));
    assertEquals(Set.of(Cause.GRANT), causes(PUSH.read(denied, evidence("push"))));
    assertEquals(Set.of(Cause.GRANT_OR_ROLE), causes(PUSH.read(denied, evidence(""))));
  }

  @Test
  void aRefusalRefutesAPermissionOnlyWhereGitHubNamesItAlone() {
    String header = "x-accepted-github-permissions";
    List<String> alone = List.of("issues=read", "metadata=read,issues=read");
    List<String> others =
        List.of("issues=write", "issues=read; pull_requests=read", "metadata=read");

    for (String accepted : alone) {
      Answer refused = TestAnswers.refused(DOOR, Meaning.MISSING_PERMISSION, header, accepted);
      assertEquals(Set.of(Cause.GRANT), causes(PROBE.read(refused, evidence("pull"))), accepted);
    }
    for (String accepted : others) {
      Answer refused = TestAnswers.refused(DOOR, Meaning.MISSING_PERMISSION, header, accepted);
      assertInstanceOf(Grant.Ambiguous.class, PROBE.read(refused, evidence("pull")), accepted);
    }
  }

  @Test
  void aSuccessProvesNothingWhereGitHubAsksForSomethingElse() {
    String header = "x-accepted-github-permissions";

    for (String accepted : List.of("pull_requests=read", "")) {
      Answer given = TestAnswers.given(DOOR, "[]", header, accepted);
      assertInstanceOf(Grant.Ambiguous.class, PROBE.read(given, evidence("pull")), accepted);
    }
    Answer given = TestAnswers.given(DOOR, "[]", header, "issues=write");
    assertInstanceOf(Grant.Held.class, PROBE.read(given, evidence("pull")));
  }

  @Test
  void aQuestionForALowerLevelCanOnlyRefute() {
    Reading higher = probe(Level.WRITE);

    assertTrue(higher.doubt().isPresent());
    assertInstanceOf(
        Grant.Unprovable.class, higher.read(TestAnswers.given(DOOR, "[]"), evidence("admin")));
  }

  /// A question about `issues: read`, read for a level.
  private static Reading probe(Level level) {
    Probe probe =
        Probe.of(
                Permissions.standard().find("issues").orElseThrow(),
                Level.READ,
                PLACE,
                List.of(TokenKind.FINE_GRAINED),
                ProbeLevel.READ)
            .orElseThrow();
    return new ProbeReading(probe, level, PLACE);
  }

  private static Map<Meaning, Cause> git(Cause cause) {
    return Map.of(
        Meaning.GIT_DENIED,
        cause,
        Meaning.MISSING_ROLE,
        cause,
        Meaning.MISSING_PERMISSION,
        cause,
        Meaning.MISSING_SCOPE,
        cause);
  }

  private static Set<Cause> causes(Grant grant) {
    return grant instanceof Grant.Lacking lacking ? EnumSet.copyOf(lacking.causes()) : Set.of();
  }

  /// A private repository that the token sees, whose user has a role.
  private static Evidence evidence(String role) {
    String body = TestAnswers.repository("private", false, role);
    return TestAnswers.evidence(
        Set.of(TokenKind.FINE_GRAINED),
        SETTING,
        Stream.of(DOOR).toList(),
        question -> TestAnswers.given(question, body));
  }
}
