package io.github.tokenpreflight.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// One run of the packaged program, of a kind that users have: what it loads goes into the cache.
///
/// @param folder its workspace
/// @param variables the whole environment
/// @param options for Java
/// @param words of the command line, none for the action
/// @param exit what it must end with, or the training is worth nothing
record Training(
    Path folder,
    Map<String, String> variables,
    List<String> options,
    List<String> words,
    int exit) {

  private static final String CLASSIC =
      """
      version: 1
      tokens:
        RELEASE_TOKEN:
          why: Tags releases
          owner: platform-team
          kinds: [classic]
          expires:
            warn-within: 14d
          repositories:
            acme/site: push
          scopes: [repo]
          rate-limit:
            core: 500
      """;

  /// Every key of the file, in every form: what no training reads is slow for whoever writes it.
  private static final String SEVERAL =
      """
      version: 1
      tokens:
        RELEASE_TOKEN:
          why: Tags releases
          owner: platform-team
          used-by: [.github/workflows/release.yml]
          kinds: [fine-grained, classic]
          login: octocat
          expires:
            fail-within: 1d
            warn-within: 14d
            at-most: 366d
            never: warn
          scopes: [repo, workflow]
          organizations:
            acme: { role: member, sso: authorized }
          rate-limit: { core: 500, graphql: 20% }
          forbid: { scopes: [delete_repo] }
          excess: warn
          enforce: fail
        DEPLOY_TOKEN:
          repositories: { acme/site: pull, acme/docs: push }
          permissions:
            issues: read
            contents: write
            administration: { level: write, why: Protects branches, on: [acme/docs] }
          endpoints: [POST /repos/acme/docs/releases, "GET /repos/{owner}/{repo}/issues"]
          forbid: { permissions: { workflows: write } }
        MIRROR_TOKEN:
          owner: web-team
      """;

  private static final String INVALID =
      """
      version: 1
      tokens:
        RELEASE_TOKEN:
          scops: [repo]
      """;

  /// All runs; the first one is what most users see.
  static List<Training> all(TrainingServer github, Path work) throws IOException {
    String good = classic("Good0".repeat(6));
    String rejected = classic(TrainingServer.REJECTED + "0".repeat(22));
    String fineGrained =
        "github_pat_" + "11TRAINING0".repeat(2) + "_" + "Training01".repeat(6).substring(1);
    Place place = new Place(github, work);
    return List.of(
        place.action("one-token", 0, CLASSIC, Map.of("RELEASE_TOKEN", good)),
        place
            .action(
                "several-tokens",
                1,
                SEVERAL,
                Map.of("RELEASE_TOKEN", good, "DEPLOY_TOKEN", fineGrained))
            .withAllInputs(github.keys().root()),
        place.action("rejected-token", 1, CLASSIC, Map.of("RELEASE_TOKEN", rejected)),
        place.action("invalid-file", 2, INVALID, Map.of()),
        place.commandLine("validate", 0, CLASSIC));
  }

  /// Runs it, and stops the build if it ended otherwise than it should.
  void run(LinkedRuntime runtime, List<String> more) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    Run run = Run.of(runtime.command(all, words), variables, folder);
    Files.writeString(folder.resolve("said"), run.said());
    run.expect(exit);
  }

  private Training withAllInputs(Path root) {
    Map<String, String> more = new TreeMap<>(variables);
    more.put("SSL_CERT_FILE", root.toString());
    more.put("INPUT_REPORT", "report.json");
    more.put("INPUT_SARIF", "report.sarif");
    return new Training(folder, more, List.of(), words, exit);
  }

  /// A token of the form that has a checksum.
  private static String classic(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    StringBuilder tail = new StringBuilder();
    for (long rest = crc.getValue(); tail.length() < 6; rest /= 62) {
      int digit = (int) (rest % 62);
      tail.append(
          (char) (digit < 10 ? '0' + digit : digit < 36 ? 'A' + digit - 10 : 'a' + digit - 36));
    }
    return "ghp_" + body + tail.reverse();
  }

  private record Place(TrainingServer github, Path work) {
    Training action(String name, int exit, String requirements, Map<String, String> tokens)
        throws IOException {
      Path folder = folder(name, requirements);
      Map<String, String> variables = new TreeMap<>(tokens);
      variables.put("LC_CTYPE", "C.UTF-8");
      variables.put("GITHUB_ACTIONS", "true");
      variables.put("GITHUB_WORKSPACE", folder.toString());
      variables.put("GITHUB_REPOSITORY", "acme/site");
      variables.put("GITHUB_API_URL", github.address());
      variables.put("GITHUB_SERVER_URL", github.address());
      variables.put("GITHUB_OUTPUT", folder.resolve("output").toString());
      variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
      Files.createFile(folder.resolve("output"));
      Files.createFile(folder.resolve("summary"));
      variables.put("INPUT_TIMEOUT", "1m");
      // The store that Java opens by itself, but with the root of the stand-in.
      List<String> options = List.of("-Djavax.net.ssl.trustStore=" + github.keys().roots());
      return new Training(folder, variables, options, List.of(), exit);
    }

    Training commandLine(String command, int exit, String requirements) throws IOException {
      return new Training(
          folder(command, requirements),
          Map.of("LC_CTYPE", "C.UTF-8"),
          List.of(),
          List.of(command, ".github/token-requirements.yml"),
          exit);
    }

    private Path folder(String name, String requirements) throws IOException {
      Path folder = work.toAbsolutePath().resolve(name);
      Files.createDirectories(folder.resolve(".github"));
      Files.writeString(folder.resolve(".github/token-requirements.yml"), requirements);
      return folder;
    }
  }
}
