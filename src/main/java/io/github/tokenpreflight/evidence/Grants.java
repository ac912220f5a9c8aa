package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Open;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.Refusal.Meaning;
import io.github.tokenpreflight.requirements.Obtainable;
import io.github.tokenpreflight.requirements.RepositoryName;
import io.github.tokenpreflight.token.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a token with permissions can do where: one permission, one level, one place at a time.
///
/// The questions and the reading of their answers stand side by side, so that a plan asks exactly
/// what is read later.
public final class Grants {
  private final Evidence evidence;
  private final Set<TokenKind> kinds;

  private Grants(Evidence evidence, Set<TokenKind> kinds) {
    this.evidence = evidence;
    this.kinds = kinds;
  }

  public static Grants of(Evidence evidence) {
    return new Grants(evidence, Kinds.possible(evidence));
  }

  /// What must be asked to learn of a permission at a place; nothing where no question helps.
  static List<Question> questions(
      Permission permission,
      Level level,
      Target target,
      Collection<TokenKind> kinds,
      Setting setting) {
    Questions questions = new Questions(setting.host());
    if (never(permission, level, kinds).isPresent()) {
      return List.of();
    }
    List<Question> asked = new ArrayList<>();
    if (target instanceof Target.Repository(var name)) {
      asked.add(questions.repository(name));
      if (isPush(permission, level)) {
        asked.add(questions.push(name));
        return asked;
      }
    }
    probes(permission, level, target, kinds, setting.probes()).stream()
        .findFirst()
        .map(probe -> question(probe, permission, target, questions))
        .ifPresent(asked::add);
    return asked;
  }

  /// Why no answer to these questions can prove a permission, absent where one can.
  static Optional<String> doubt(
      Permission permission,
      Level level,
      Target target,
      Collection<TokenKind> kinds,
      Setting setting) {
    boolean settled =
        permission.name().equals("metadata")
            || isPush(permission, level)
            || never(permission, level, kinds).isPresent();
    List<Probe> probes = probes(permission, level, target, kinds, setting.probes());
    if (settled || !probes.isEmpty() && probes.getFirst().level().includes(level)) {
      return Optional.empty();
    }
    boolean write =
        probes(permission, level, target, kinds, ProbeLevel.WRITES).stream()
            .anyMatch(Probe::isWrite);
    return Optional.of(
        (probes.isEmpty()
                ? "no harmless question shows it"
                : "harmless questions can only refute it")
            + (write ? "; `probes: writes` can prove it" : ""));
  }

  /// Whether the token has a permission at a place.
  public Grant grant(Permission permission, Level level, Target target) {
    Optional<String> never = never(permission, level, kinds);
    if (never.isPresent()) {
      return new Lacking(never.get(), Cause.KIND, evidence.lead().stream().toList());
    }
    if (!(target instanceof Target.Repository(var name))) {
      return probed(permission, level, target, false);
    }
    return switch (Reach.of(evidence, name)) {
      case Reach.Open open when permission.name().equals("metadata") ->
          new Held("GitHub shows it the repository", List.of(open.by()));
      case Reach.Open open when isPush(permission, level) -> pushed(name, open);
      case Reach.Open open -> probed(permission, level, target, !open.isPrivate());
      case Reach.Hidden hidden ->
          new Lacking(
              "GitHub answered " + hidden.by().response().line(),
              Cause.REACH,
              List.of(hidden.by()));
      case Reach.Barred barred ->
          new Lacking(barred.by().refusal().message(), Cause.POLICY, List.of(barred.by()));
      case Reach.Unknown unknown -> unknown.grant();
    };
  }

  /// Whether a write that GitHub must reject could prove it, if somebody consents.
  public boolean rejectable(Permission permission, Level level, Target target) {
    return probes(permission, level, target, kinds, ProbeLevel.WRITES).stream()
        .anyMatch(Probe::isWrite);
  }

  /// Receive-pack is what Git itself asks before a push, so its answer is that of a push.
  private Grant pushed(RepositoryName name, Reach.Open reach) {
    Optional<Answer> answer = evidence.to(evidence.questions().push(name));
    return answer.map(given -> GitAccess.read(given, reach)).orElseGet(Grants::unasked);
  }

  /// @param open whether others than those with the permission may read there
  private Grant probed(Permission permission, Level level, Target target, boolean open) {
    List<Probe> probes = probes(permission, level, target, kinds, evidence.setting().probes());
    for (Probe probe : probes) {
      Optional<Answer> answer =
          evidence.to(question(probe, permission, target, evidence.questions()));
      if (answer.isPresent()) {
        return read(answer.get(), permission, level, probe, open);
      }
    }
    return probes.isEmpty() ? new Open("no harmless question shows it", List.of()) : unasked();
  }

  private Grant read(Answer answer, Permission permission, Level level, Probe probe, boolean open) {
    List<Answer> by = List.of(answer);
    return switch (answer) {
      case Answer.Given _ when probe.isWrite() ->
          new Open("a write that GitHub had to reject went through, which proves nothing", by);
      case Answer.Given _ when !probe.level().includes(level) ->
          new Open("only a write request can show `" + level.wireName() + "`", by);
      case Answer.Given _ when open && !Probes.discriminatesOnPublic(permission) ->
          new Open("anyone may read this of such a repository, it is not private", by);
      case Answer.Given given when Accepted.contradicts(given.response(), permission, level) ->
          new Open("GitHub asks for something else here than the catalogue says", by);
      case Answer.Given _ -> new Held("the question that needs exactly it was answered", by);
      case Answer.Refused refused -> refused(refused, permission, level, probe);
      case Answer.Unanswered unanswered -> new Unanswered(unanswered.words(), by);
    };
  }

  private static Grant refused(
      Answer.Refused answer, Permission permission, Level level, Probe probe) {
    List<Answer> by = List.of(answer);
    Meaning meaning = answer.refusal().meaning();
    String said = "GitHub answered " + answer.response().line();
    if (meaning.policy()) {
      return new Lacking(answer.refusal().message(), Cause.POLICY, by);
    }
    if (meaning.besideThePoint()) {
      return new Unanswered(said, by);
    }
    if (meaning == Meaning.VALIDATION && probe.isWrite()) {
      return Accepted.contradicts(answer.response(), permission, level)
          ? new Open("GitHub asks for something else here than the catalogue says", by)
          : new Held("GitHub let the write in and rejected only its body", by);
    }
    if (meaning == Meaning.MISSING_ROLE && level.includes(probe.level())) {
      return new Lacking(said, Cause.ROLE, by);
    }
    boolean refutes =
        meaning == Meaning.MISSING_PERMISSION
            && Accepted.refutes(answer.response(), permission, level);
    return refutes ? new Lacking(said, Cause.GRANT, by) : new Open(said, by);
  }

  private static Grant unasked() {
    return new Open("it was not asked", List.of());
  }

  /// A question and the level that its success shows.
  private record Probe(Endpoint endpoint, Level level) {
    boolean isWrite() {
      return endpoint.method().equals("POST");
    }
  }

  /// The questions that can be put, the best first: a GET for exactly the level; with consent, a
  /// write that must be rejected; a GET for a lower level, whose refusal refutes the higher one;
  /// or, to prove `read`, a GET for `write`, which includes it.
  private static List<Probe> probes(
      Permission permission,
      Level level,
      Target target,
      Collection<TokenKind> kinds,
      ProbeLevel consent) {
    List<TokenKind> holders = kinds.stream().filter(TokenKind::hasPermissions).toList();
    List<Probe> probes = new ArrayList<>();
    if (holders.isEmpty() || !leadsTo(target, permission)) {
      return probes;
    }
    Probes.showing(permission, level, holders).ifPresent(get -> probes.add(new Probe(get, level)));
    if (consent.includes(ProbeLevel.WRITES)) {
      Probes.rejecting(permission, level, holders)
          .ifPresent(post -> probes.add(new Probe(post, level)));
    }
    Level other = level == Level.READ ? Level.WRITE : Level.READ;
    Probes.showing(permission, other, holders).ifPresent(get -> probes.add(new Probe(get, other)));
    return probes;
  }

  /// Whether a place names where the permission is held: a repository also names its owner.
  private static boolean leadsTo(Target target, Permission permission) {
    return switch (permission.target()) {
      case REPOSITORY -> target instanceof Target.Repository;
      case ORGANIZATION -> !(target instanceof Target.User);
      case USER -> true;
      case ENTERPRISE -> false;
    };
  }

  private static Question question(
      Probe probe, Permission permission, Target target, Questions questions) {
    String why = permission.name() + ": " + probe.level().wireName() + " on " + target.words();
    if (probe.isWrite()) {
      return questions.rejectedPost(probe.endpoint().path(), target, why);
    }
    return probe.endpoint().path().equals("/repos/{owner}/{repo}")
            && target instanceof Target.Repository(var name)
        ? questions.repository(name)
        : questions.endpoint(probe.endpoint().path(), target, why);
  }

  private static boolean isPush(Permission permission, Level level) {
    return permission.name().equals("contents") && level == Level.WRITE;
  }

  /// Why tokens of these kinds can never have it, absent while one of them can.
  private static Optional<String> never(
      Permission permission, Level level, Collection<TokenKind> kinds) {
    if (kinds.isEmpty()
        || kinds.stream().anyMatch(kind -> Obtainable.by(kind, permission, level))) {
      return Optional.empty();
    }
    return Optional.of(
        kinds.contains(TokenKind.ACTIONS) && kinds.size() == 1
            ? "`GITHUB_TOKEN` can never have `" + permission.name() + ": " + level.wireName() + "`"
            : "tokens of this kind can never have `" + permission.name() + "`");
  }
}
