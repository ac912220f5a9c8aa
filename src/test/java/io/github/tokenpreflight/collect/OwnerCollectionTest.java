package io.github.tokenpreflight.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.audit.RepositoryAudit;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.collect.OwnerCollection.Outcome;
import io.github.tokenpreflight.collect.SyntheticOrganization.Trouble;
import io.github.tokenpreflight.github.GitHub;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.HttpGitHub;
import io.github.tokenpreflight.github.TimeLimits;
import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnerCollectionTest {
  private static final Filter ALL =
      new Filter(List.of(), Optional.empty(), Optional.of(false), Optional.empty());
  private static final OwnerCollection.Part WHOLE = new OwnerCollection.Part(1, 1);

  @TempDir Path folder;

  @Test
  void aHundredRepositoriesTakeOneQuery() throws IOException {
    Run run = new Run(250, Trouble.NONE);

    Outcome outcome = run.collect(WHOLE, ALL);

    assertEquals(new Outcome.Whole(250, 3, 0), outcome);
    assertEquals(names(0, 250), run.names());
  }

  @Test
  void batchesShrinkUntilTheyComeThroughAndNothingIsLost() throws IOException {
    Run run = new Run(250, new Trouble(30, 0, 0, 0));

    Outcome outcome = run.collect(WHOLE, ALL);

    assertEquals(names(0, 250), run.names());
    assertTrue(((Outcome.Whole) outcome).requests() < 20, outcome.toString());
  }

  @Test
  void oneRepositoryThatNeverComesThroughIsUnreadAndTheOthersGoOn() throws IOException {
    Run run = new Run(120, new Trouble(0, 0, 40, 0));

    run.collect(WHOLE, ALL);

    assertEquals(names(0, 120), run.names());
    List<String> unread =
        run.facts().stream()
            .filter(facts -> !facts.unread().isEmpty())
            .map(facts -> facts.head().name() + " " + facts.unread())
            .toList();
    assertEquals(
        List.of("acme/r00000", "acme/r00040", "acme/r00080").stream()
            .map(name -> name + " [GitHub said: Resource not accessible by personal access token]")
            .toList(),
        unread);
  }

  @Test
  void aLimitIsWaitedForAndTheSameQueryAskedAgain() throws IOException {
    Run run = new Run(250, new Trouble(0, 2, 0, 0));

    Outcome outcome = run.collect(WHOLE, ALL);

    assertEquals(names(0, 250), run.names());
    assertEquals(2, run.waits);
    assertInstanceOf(Outcome.Whole.class, outcome);
  }

  @Test
  void withoutPatienceTheCollectionStopsAndCanBeGoneOnWith() throws IOException {
    Run run = new Run(250, new Trouble(0, 2, 0, 0));
    run.patient = false;

    Outcome first = run.collect(WHOLE, ALL);
    assertInstanceOf(Outcome.Stopped.class, first);
    assertEquals(names(0, 100), run.names());

    run.patient = true;
    assertInstanceOf(Outcome.Whole.class, run.collect(WHOLE, ALL));
    assertEquals(names(0, 250), run.names());
  }

  @Test
  void theShardsTogetherAreTheWhole() throws IOException {
    List<String> together = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      Run run = new Run(930, new Trouble(60, 0, 0, 0));
      run.collect(new OwnerCollection.Part(part, 4), ALL);
      together.addAll(run.names());
    }

    assertEquals(names(0, 930), together.stream().sorted().toList());
  }

  @Test
  void onlyTheNamesThatAreAskedForAreTaken() throws IOException {
    Run run = new Run(120, Trouble.NONE);

    run.collect(
        WHOLE,
        new Filter(List.of("R0000*", "*99"), Optional.empty(), Optional.empty(), Optional.empty()));

    List<String> wanted = new ArrayList<>(names(0, 10));
    wanted.add("acme/r00099");
    assertEquals(wanted, run.names());
  }

  @Test
  void anUnknownOwnerAndAUserInThePlaceOfAnOrganizationAreNamed() throws IOException {
    Run run = new Run(5, Trouble.NONE);

    run.scope = new Scope(Scope.Kind.ORGANIZATION, "nobody");
    assertInstanceOf(Outcome.WrongOwner.class, run.collect(WHOLE, ALL));
    run.scope = new Scope(Scope.Kind.USER, "acme");
    assertEquals(
        new Outcome.WrongOwner("`acme` is an organization: write `--org acme`"),
        run.collect(WHOLE, ALL));
  }

  @Test
  void anEmptyOrganizationIsNothingToComplainAbout() throws IOException {
    Run run = new Run(0, Trouble.NONE);

    assertEquals(new Outcome.Whole(0, 1, 0), run.collect(WHOLE, ALL));
  }

  private static List<String> names(int from, int to) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      names.add(SyntheticOrganization.name(i));
    }
    return names;
  }

  /// Collections from one organization into one journal.
  private final class Run {
    private final int size;
    private final Trouble trouble;
    private Scope scope = new Scope(Scope.Kind.ORGANIZATION, "acme");
    private boolean patient = true;
    private int waits;
    private Journal journal;

    Run(int size, Trouble trouble) throws IOException {
      this.size = size;
      this.trouble = trouble;
      this.journal = Journal.create(folder.resolve("state" + System.nanoTime()), "acme");
    }

    Outcome collect(OwnerCollection.Part part, Filter filter) throws IOException {
      try (SyntheticOrganization organization = SyntheticOrganization.start(size, trouble);
          GitHub github = github(organization)) {
        Token token = Token.of(TestTokens.fineGrained()).orElseThrow();
        GitHubHost host = host(organization);
        return new OwnerCollection(
                new OwnerCollection.Order(scope, filter, part, RepositoryAudit::of),
                question -> github.ask(token, question),
                _ -> {
                  waits++;
                  return patient;
                },
                host.graphQl())
            .collect(journal, (_, _) -> {});
      }
    }

    List<RepositoryFacts> facts() {
      List<RepositoryFacts> facts = new ArrayList<>();
      journal.each(facts::add);
      return facts;
    }

    List<String> names() {
      return facts().stream().map(facts -> facts.head().name()).toList();
    }

    private GitHubHost host(SyntheticOrganization organization) {
      return ((GitHubHost.HostReading.Read) GitHubHost.read(organization.url(), "")).host();
    }

    private GitHub github(SyntheticOrganization organization) {
      Duration limit = Duration.ofSeconds(20);
      HttpGitHub.Opening opening =
          HttpGitHub.open(
              new HttpGitHub.Setup(
                  host(organization),
                  Map.of(),
                  Optional.empty(),
                  new TimeLimits(limit, limit, limit),
                  "test"),
              new HttpGitHub.Machine(
                  InstantSource.system(), System::nanoTime, _ -> {}, () -> 0.5, text -> text));
      return ((HttpGitHub.Opening.Opened) opening).github();
    }
  }
}
