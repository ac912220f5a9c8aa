package io.github.tokenpreflight.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What GitHub may decide otherwise than the parts of a call say: which calls it concerns, and what
/// it makes of a yes and of a no.
final class ReservationTest {
  private static final Target PLACE = new Target.Repository(TestAnswers.SITE);
  private static final Grant YES = new Held("yes", List.of());
  private static final Grant NO = new Lacking("no", Cause.GRANT, List.of());
  private static final Grant CLOSED = new Lacking("no", Cause.REACH, List.of());

  @ParameterizedTest
  @EnumSource
  void everyReservationConcernsSomeCallsButNotAll(Reservation reservation) {
    long concerned = calls().filter(reservation::concerns).count();

    assertFalse(
        concerned == 0 || concerned == calls().count(), reservation + ": " + concerned + " calls");
  }

  @ParameterizedTest
  @CsvSource({
    "OWNERS, DELETE /repos/{owner}/{repo}",
    "DEFAULT_BRANCH, POST /repos/{owner}/{repo}/branches/{branch}/rename",
    "WORKFLOW_FILES, PUT /repos/{owner}/{repo}/contents/{path}",
    "ARCHIVED, POST /repos/{owner}/{repo}/issues",
    "OPEN_TO_ANYONE, GET /repos/{owner}/{repo}/issues",
    "OPEN_OF_ORGANIZATIONS, GET /orgs/{org}/members",
    "TWO_PLACES, PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
  })
  void aReservationConcernsTheCallsItWasMadeFor(Reservation reservation, String call) {
    assertEquals(
        1,
        calls()
            .filter(it -> it.endpoint().signature().equals(call))
            .filter(reservation::concerns)
            .count());
  }

  @ParameterizedTest
  @EnumSource(names = {"OWNERS", "DEFAULT_BRANCH", "TWO_PLACES"})
  void whatIsNeverProvenIsDoubtedBeforeItIsAsked(Reservation reservation) {
    assertInstanceOf(Unprovable.class, on(reservation, YES, "private", false));
    assertFalse(reservation.doubt().isEmpty());
  }

  @Test
  void archivedRepositoriesHideWhatGitLetsIn() {
    assertInstanceOf(Unprovable.class, on(Reservation.ARCHIVED, YES, "private", true));
    assertEquals(YES, on(Reservation.ARCHIVED, YES, "private", false));
    assertEquals(NO, on(Reservation.ARCHIVED, NO, "private", true));
  }

  @Test
  void whatAnyoneMayReadIsNotRefutedByAMissingPermission() {
    assertInstanceOf(Grant.Ambiguous.class, on(Reservation.OPEN_TO_ANYONE, NO, "public", false));
    assertEquals(NO, on(Reservation.OPEN_TO_ANYONE, NO, "private", false));
    assertEquals(CLOSED, on(Reservation.OPEN_TO_ANYONE, CLOSED, "public", false));
    assertInstanceOf(
        Grant.Ambiguous.class, on(Reservation.OPEN_OF_ORGANIZATIONS, NO, "private", false));
  }

  @Test
  void aYesToFilesSaysWhatWorkflowFilesNeedBesides() {
    assertEquals(
        "yes; to change workflow files it needs `workflows: write` too",
        on(Reservation.WORKFLOW_FILES, YES, "private", false).words());
    assertEquals(NO, on(Reservation.WORKFLOW_FILES, NO, "private", false));
  }

  private static Grant on(
      Reservation reservation, Grant grant, String visibility, boolean archived) {
    Setting setting = TestAnswers.setting(ProbeLevel.READ);
    String body = TestAnswers.repository(visibility, archived, "admin");
    return reservation.on(
        grant,
        PLACE,
        TestAnswers.evidence(
            Set.of(TokenKind.FINE_GRAINED),
            setting,
            List.of(new Questions(setting.host()).repository(TestAnswers.SITE)),
            question -> TestAnswers.given(question, body)));
  }

  private static Stream<Call> calls() {
    Span span = new Span(1, 1, 1);
    Places places = new Places(List.of(TestAnswers.SITE), List.of("acme"));
    return Endpoints.standard().all().stream()
        .flatMap(endpoint ->
            Call.of(new EndpointRequirement(endpoint, endpoint.path(), span), places).stream());
  }
}
