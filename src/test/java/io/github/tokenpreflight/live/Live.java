package io.github.tokenpreflight.live;

import io.github.tokenpreflight.evidence.Plan;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.evidence.Setting;
import io.github.tokenpreflight.github.Answer;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.HttpGitHub;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.github.TimeLimits;
import io.github.tokenpreflight.redact.Disguises;
import io.github.tokenpreflight.redact.Redactor;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.RequirementsReader;
import io.github.tokenpreflight.requirements.TokenRequirements;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The first person with tokens runs this, by `.ci/live FILE`: it asks what `plan` prints and
/// nothing else, holds every inferred fact against what comes back, and writes the answers,
/// redacted, as lines for `recorded-answers.jsonl`.
public final class Live {
  private final Map<String, String> environment;
  private final GitHubHost host;
  private final ProbeLevel probes;
  private final List<Seen> seen = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Live(Map<String, String> environment, ProbeLevel probes) {
    this.environment = environment;
    this.probes = probes;
    GitHubHost.HostReading reading =
        GitHubHost.read(
            environment.getOrDefault("GITHUB_API_URL", ""),
            environment.getOrDefault("GITHUB_SERVER_URL", ""));
    if (!(reading instanceof GitHubHost.HostReading.Read(GitHubHost read))) {
      throw new IllegalArgumentException(reading.toString());
    }
    this.host = read;
  }

  /// Words: the requirements file, and `--writes` for the probes that GitHub must reject.
  public static void main(String... words) throws IOException {
    boolean writes = List.of(words).contains("--writes");
    Live live = new Live(System.getenv(), writes ? ProbeLevel.WRITES : ProbeLevel.READ);
    String report = live.run(Path.of(words[0]), Path.of("target", "live"));
    System.out.print(report);
  }

  /// The report, and the answers as a file in the folder.
  String run(Path file, Path folder) throws IOException {
    Reading reading = RequirementsReader.read(file.toString(), Files.readAllBytes(file));
    if (!(reading instanceof Reading.Read right)) {
      throw new IllegalArgumentException(
          file + " has errors, `token-preflight validate --requirements " + file + "` names them");
    }
    Map<TokenRequirements, Token> tokens = tokens(right.requirements());
    Redactor redactor = Redactor.of(tokens.values().stream().map(Disguises::of).toList());
    try (GitHub github = open(redactor)) {
      tokens.forEach((requirements, token) -> ask(github, requirements, token));
    }
    Path answers = Files.createDirectories(folder).resolve("recorded-answers.jsonl");
    Files.writeString(answers, redactor.redacted(RecordedLines.of(seen)));
    String table = FactTable.of(seen, host.api().getPath());
    return redactor.redacted(table + String.join("", notes) + "\nanswers: " + answers + "\n");
  }

  private Map<TokenRequirements, Token> tokens(Requirements requirements) {
    Map<TokenRequirements, Token> tokens = new java.util.LinkedHashMap<>();
    for (TokenRequirements declared : requirements.tokens()) {
      String name = declared.name().value();
      Optional<Token> token = Token.of(environment.getOrDefault(name, "")).filter(Token::sendable);
      token.ifPresentOrElse(
          given -> tokens.put(declared, given),
          () -> notes.add("not asked: the variable `" + name + "` holds no token\n"));
    }
    return tokens;
  }

  private void ask(GitHub github, TokenRequirements declared, Token token) {
    List<TokenKind> kinds =
        declared.identity().kinds().isEmpty()
            ? token.form().kinds()
            : declared.identity().kinds().stream().map(kind -> kind.value()).toList();
    if (kinds.size() != 1) {
      notes.add("not asked: `" + declared.name().value() + "` needs one word in `kinds`\n");
      return;
    }
    TokenKind kind = kinds.getFirst();
    Setting setting = new Setting(host, Optional.empty(), probes, false);
    Plan plan = Plan.of(declared, Set.of(kind), setting);
    for (Question question : plan.questions()) {
      Answer answer = github.ask(token, question);
      seen.add(new Seen(declared, kind, question, answer));
      if (question.equals(plan.lead()) && !(answer instanceof Answer.Given)) {
        notes.add("not asked further: `" + declared.name().value() + "` is not accepted\n");
        return;
      }
    }
  }

  private GitHub open(Redactor redactor) {
    TimeLimits limits =
        new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(10));
    HttpGitHub.Opening opening =
        HttpGitHub.open(
            new HttpGitHub.Setup(host, environment, Optional.empty(), limits, "live"),
            new HttpGitHub.Machine(
                InstantSource.system(),
                System::nanoTime,
                Thread::sleep,
                () -> 0.5,
                redactor::redacted));
    if (opening instanceof HttpGitHub.Opening.Opened(GitHub github)) {
      return github;
    }
    throw new IllegalArgumentException(opening.toString());
  }
}
