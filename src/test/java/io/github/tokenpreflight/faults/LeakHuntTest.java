package io.github.tokenpreflight.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.cases.Leaks;
import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that send the token back in random disguises and places, and files that hold it: it
/// comes out nowhere.
///
/// `-Dleaks.stories=5000` hunts longer, `-Dleaks.seed=1` repeats a hunt.
class LeakHuntTest {
  private static final int STORIES = Integer.getInteger("leaks.stories", 200);
  private static final List<String> FORMS =
      List.of(
          "classic",
          "oauth",
          "app-user",
          "installation",
          "installation-jwt",
          "fine-grained",
          "legacy");
  private static final String ALL =
      """
      version: 1
      tokens:
        A:
          why: @
          login: acme-bot
          scopes: [repo]
          repositories: { acme/site: push }
          permissions: { issues: { level: write, why: w } }
          rate-limit: { core: 10 }
          expires: { fail-within: 1d }
      """;

  @TempDir private Path folder;

  @Test
  void noServerAndNoFileMakesItSayTheToken() throws IOException {
    long seed = Long.getLong("leaks.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    List<String> leaks = new ArrayList<>();
    int hidden = 0;
    for (int story = 0; story < STORIES; story++) {
      String token = TestTokens.named(FORMS.get(random.nextInt(FORMS.size())));
      List<Echo> echoes = List.of(Echo.any(token, random), Echo.any(token, random));
      boolean pasted = random.nextInt(10) == 0;
      Map<String, String> said = told(token, echoes, pasted);
      hidden += said.getOrDefault("log", "").contains("***") ? 1 : 0;
      for (String leak : Leaks.in(said, List.of(token))) {
        leaks.add("-Dleaks.seed=" + seed + " story " + story + " " + echoes + ": " + leak);
      }
    }

    assertEquals(List.of(), leaks);
    assertTrue(hidden > STORIES / 10, "only " + hidden + " stories came near the token");
  }

  @Test
  void whatAServerCanSendBackIsFoundWhereItIsLetOut() {
    String token = TestTokens.fineGrained();
    for (int i = 0; i < Echo.DISGUISES.size(); i++) {
      Map<String, String> said = Map.of("log", "it said " + Echo.DISGUISES.get(i).apply(token));

      assertFalse(Leaks.in(said, List.of(token)).isEmpty(), "disguise " + i);
    }
  }

  private Map<String, String> told(String token, List<Echo> echoes, boolean pasted)
      throws IOException {
    Map<String, String> files = new HashMap<>();
    Map<String, String> environment = new HashMap<>(Map.of("A", token, "INPUT_DETAILS", "full"));
    for (String name :
        List.of("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "INPUT_REPORT", "INPUT_SARIF")) {
      files.put(name, Files.writeString(folder.resolve(name), "").toString());
    }
    environment.putAll(files);
    environment.put("GITHUB_WORKSPACE", folder.toString());
    environment.put("INPUT_INLINE-REQUIREMENTS", ALL.replace("@", pasted ? token : "Releases"));
    List<Wire.Manners> manners = new ArrayList<>(echoes.stream().map(Echo::manners).toList());
    manners.add(1, Replies.fine());
    try (Server server = new Server(Optional.empty(), new Http1(), manners)) {
      Trial trial = Trial.of("http://127.0.0.1:" + server.port(), 30, environment);
      Map<String, String> said = new HashMap<>(Map.of("log", trial.said()));
      for (Map.Entry<String, String> file : files.entrySet()) {
        said.put(file.getKey(), Files.readString(Path.of(file.getValue())));
      }
      return said;
    }
  }
}
