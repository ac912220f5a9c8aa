package io.github.tokenpreflight.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.token.TokenKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is planned, asked and read is one value: the questions of an inquiry are all that its grant
/// looks at, and it looks at every one of them.
///
/// Held by what can be seen from outside: answers to other questions never change a grant, and of
/// its own questions each does, whatever GitHub says.
final class InquiryTest {
  private static final List<Target> PLACES =
      List.of(
          new Target.Repository(TestAnswers.SITE),
          new Target.Organization("acme"),
          new Target.User());

  private static final List<Set<TokenKind>> KINDS =
      List.of(
          Set.of(TokenKind.CLASSIC),
          Set.of(TokenKind.FINE_GRAINED),
          Set.of(TokenKind.APP_INSTALLATION, TokenKind.ACTIONS),
          Set.of(TokenKind.CLASSIC, TokenKind.FINE_GRAINED));

  /// What GitHub may be like: what it answers to each question.
  private static final Map<String, Function<Question, Answer>> GITHUBS = new LinkedHashMap<>();

  static {
    for (String visibility : List.of("private", "public")) {
      String body = TestAnswers.repository(visibility, false, "admin");
      github(visibility, question -> TestAnswers.given(question, body));
    }
    String archived = TestAnswers.repository("private", true, "admin");
    github("archived", question -> TestAnswers.given(question, archived));
    github("hides everything", question -> TestAnswers.refused(question, Meaning.NOT_FOUND));
    for (Meaning meaning : List.of(Meaning.MISSING_PERMISSION, Meaning.SSO_REQUIRED)) {
      github(
          "shows the repository, refuses the rest: " + meaning,
          it ->
              isDoor(it)
                  ? TestAnswers.given(it, TestAnswers.repository("private", false, "pull"))
                  : TestAnswers.refused(it, meaning));
    }
    github("says nothing", TestAnswers::unanswered);
  }

  private static void github(String name, Function<Question, Answer> answers) {
    Map<String, Answer> given = new HashMap<>();
    GITHUBS.put(
        name, question -> given.computeIfAbsent(question.line(), _ -> answers.apply(question)));
  }

  private final Map<Set<TokenKind>, List<Question>> universes = new HashMap<>();

  @ParameterizedTest
  @EnumSource
  void everyPermissionIsReadFromWhatItAsks(ProbeLevel probes) {
    for (Set<TokenKind> kinds : KINDS) {
      Inquiries inquiries = new Inquiries(kinds, TestAnswers.setting(probes));
      for (Permission permission : Permissions.standard().all()) {
        for (Level level : permission.levels()) {
          for (Target place : PLACES) {
            String name = permission.name() + ": " + level + " on " + place.words() + " " + kinds;
            holds(name, inquiries.permission(permission, level, place), inquiries);
          }
        }
      }
    }
  }

  /// Calls are asked alike at `writes`: they are never probed by writing.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRITES")
  void everyCallOfTheCatalogueIsReadFromWhatItAsks(ProbeLevel probes) {
    for (Set<TokenKind> kinds : KINDS) {
      Inquiries inquiries = new Inquiries(kinds, TestAnswers.setting(probes));
      for (Endpoint endpoint : Endpoints.standard().all()) {
        for (Call call : calls(endpoint)) {
          holds(call.line() + " " + kinds, inquiries.call(call), inquiries);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRoleIsReadFromWhatItAsks(ProbeLevel probes) {
    for (Set<TokenKind> kinds : KINDS) {
      Inquiries inquiries = new Inquiries(kinds, TestAnswers.setting(probes));
      for (Role role : Role.values()) {
        holds(role + " " + kinds, inquiries.role(TestAnswers.SITE, role), inquiries);
      }
    }
  }

  @Test
  void whatIsReadWithoutBeingAskedIsFound() {
    Inquiries inquiries = inquiries();
    Inquiry planted =
        new Inquiry.Told(evidence ->
            evidence.reach(TestAnswers.SITE) instanceof Reach.Visible
                ? new Grant.Held("in reach", List.of())
                : new Grant.Unanswered("not asked", List.of()));

    assertTrue(readsMore(planted, inquiries).isPresent());
    assertFalse(
        readsMore(inquiries.behind(TestAnswers.SITE, Inquiries.unprovable("whatever")), inquiries)
            .isPresent());
  }

  @Test
  void whatIsAskedWithoutBeingReadIsFound() {
    Inquiries inquiries = inquiries();
    Question door = inquiries.questions().repository(TestAnswers.SITE);
    Inquiry planted = new Inquiry.Asked(door, new Deaf());

    assertEquals(List.of(door.line()), unread(planted, inquiries));
    assertEquals(
        List.of(),
        unread(
            inquiries.asked(door, new CallReading(new Target.Repository(TestAnswers.SITE))),
            inquiries));
  }

  @Test
  void aDoubtIsNeverProvenAway() {
    for (Endpoint endpoint : Endpoints.standard().all()) {
      for (Call call : calls(endpoint)) {
        Inquiry inquiry = inquiries().call(call);
        for (Function<Question, Answer> github : GITHUBS.values()) {
          String told = told(inquiry, inquiries(), inquiry.questions().toList(), github);
          assertFalse(
              inquiry.doubt().isPresent() && told.startsWith("Held"),
              () -> call.line() + " is held, but doubted: " + inquiry.doubt());
        }
      }
    }
  }

  private static Inquiries inquiries() {
    return new Inquiries(Set.of(TokenKind.FINE_GRAINED), TestAnswers.setting(ProbeLevel.READ));
  }

  private void holds(String name, Inquiry inquiry, Inquiries inquiries) {
    Optional<String> more = readsMore(inquiry, inquiries);

    assertTrue(
        more.isEmpty(),
        () -> name + " reads what it does not ask where GitHub " + more.orElseThrow());
    assertEquals(List.of(), unread(inquiry, inquiries), name + " asks what it does not read");
  }

  /// Which GitHub makes the grant depend on answers to other questions.
  private Optional<String> readsMore(Inquiry inquiry, Inquiries inquiries) {
    List<Question> own = inquiry.questions().toList();
    List<Question> all = Stream.concat(own.stream(), universe(inquiries.kinds()).stream()).toList();
    return GITHUBS.entrySet().stream()
        .filter(github ->
            !told(inquiry, inquiries, own, github.getValue())
                .equals(told(inquiry, inquiries, all, github.getValue())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The questions whose answer changes the grant in no GitHub.
  private static List<String> unread(Inquiry inquiry, Inquiries inquiries) {
    List<Question> own = inquiry.questions().toList();
    return own.stream()
        .map(Question::line)
        .distinct()
        .filter(line ->
            GITHUBS.values().stream()
                .allMatch(github ->
                    told(inquiry, inquiries, own, github)
                        .equals(told(inquiry, inquiries, without(line, own), github))))
        .toList();
  }

  private static List<Question> without(String line, List<Question> questions) {
    return questions.stream().filter(question -> !question.line().equals(line)).toList();
  }

  /// What a grant says and what it rests on, where these questions were asked.
  private static String told(
      Inquiry inquiry,
      Inquiries inquiries,
      List<Question> asked,
      Function<Question, Answer> github) {
    Grant grant =
        inquiry.grant(TestAnswers.evidence(inquiries.kinds(), inquiries.setting(), asked, github));
    return grant.getClass().getSimpleName()
        + (grant instanceof Grant.Lacking lacking ? new TreeSet<>(lacking.causes()) : "")
        + grant.words()
        + grant.by().stream().map(answer -> answer.question().line()).toList();
  }

  /// What is asked about the user, any role, and some permissions of each place.
  private List<Question> universe(Set<TokenKind> kinds) {
    return universes.computeIfAbsent(kinds, InquiryTest::everything);
  }

  private static List<Question> everything(Set<TokenKind> kinds) {
    Inquiries inquiries = new Inquiries(kinds, TestAnswers.setting(ProbeLevel.WRITES));
    Questions questions = inquiries.questions();
    Map<String, Question> all = new LinkedHashMap<>();
    Stream.of(
            questions.user(),
            questions.membership("acme"),
            questions.repository(TestAnswers.SITE),
            questions.pull(TestAnswers.SITE),
            questions.push(TestAnswers.SITE))
        .forEach(question -> all.put(question.line(), question));
    for (String name : List.of("administration", "issues", "members", "secrets", "emails")) {
      Permission permission = Permissions.standard().find(name).orElseThrow();
      for (Target place : PLACES) {
        inquiries
            .permission(permission, Level.READ, place)
            .questions()
            .forEach(question -> all.putIfAbsent(question.line(), question));
      }
    }
    return List.copyOf(all.values());
  }

  private static List<Call> calls(Endpoint endpoint) {
    Span span = new Span(1, 1, 1);
    Places places = new Places(List.of(TestAnswers.SITE), List.of("acme"));
    return Call.of(new EndpointRequirement(endpoint, endpoint.path(), span), places);
  }

  private static boolean isDoor(Question question) {
    return Objects.equals(question.uri().getPath(), "/repos/acme/site");
  }

  /// Reads nothing out of any answer.
  private record Deaf() implements Reading {
    @Override
    public Grant read(Answer answer, Evidence evidence) {
      return new Grant.Unanswered("the check ended before it was asked", List.of());
    }

    @Override
    public Grant given(Answer.Given answer, Evidence evidence) {
      return read(answer, evidence);
    }

    @Override
    public Optional<Grant.Cause> missing(Answer.Refused answer, Evidence evidence) {
      return Optional.empty();
    }
  }
}
