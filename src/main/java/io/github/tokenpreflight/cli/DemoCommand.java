package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.demo.Recording;
import io.github.tokenpreflight.demo.StandIn;
import io.github.tokenpreflight.demo.Story;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `demo`: the real engine on short stories, against a stand-in for GitHub on this machine.
final class DemoCommand {
  private final Io io;
  private final Outgoing outgoing;

  DemoCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// Tells all stories. The exit code is 0, whatever the stories end with.
  ExitCode run() {
    Map<String, Recording> answers =
        Story.all().stream().collect(Collectors.toMap(Story::token, Story::recording));
    try (StandIn standIn = StandIn.start(answers, io.clock())) {
      int number = 1;
      for (Story story : Story.all()) {
        outgoing.print(told(number++, story, standIn));
      }
    }
    outgoing.print(
        """
        All of this was a real check, but for GitHub: a stand-in on this machine gave recorded
        answers, and its address is shown as GitHub's.
        Next: write .github/token-requirements.yml and run `token-preflight check`.
        """);
    return ExitCode.DONE;
  }

  private String told(int number, Story story, StandIn standIn) {
    StringBuilder out = new StringBuilder();
    out.append("──── ").append(number).append(". ").append(story.title()).append("\n\n");
    story.requirements().lines().forEach(line -> out.append("    ").append(line).append('\n'));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Io stage = stage(story, standIn, new PrintStream(said, true, StandardCharsets.UTF_8));
    ExitCode exit = new CheckCommand(stage, new Outgoing(stage)).run(inputs(story), List.of());
    out.append('\n').append(shown(said.toString(StandardCharsets.UTF_8), standIn));
    return out.append("exit code ").append(exit.number()).append("\n\n").toString();
  }

  /// What a check against github.com would say.
  private static String shown(String said, StandIn standIn) {
    String address = standIn.address().toString();
    return said.replace(address + "/settings", "https://github.com/settings")
        .replace(address, "https://api.github.com");
  }

  private static Function<String, Optional<String>> inputs(Story story) {
    return name ->
        name.equals("inline-requirements") ? Optional.of(story.requirements()) : Optional.empty();
  }

  /// The same world, but with the story's token and GitHub, and without waiting.
  private Io stage(Story story, StandIn standIn, PrintStream out) {
    Map<String, String> environment = new HashMap<>();
    Looks.VARIABLES.forEach(name -> environment.put(name, io.variable(name)));
    environment.put(story.variable(), story.token());
    environment.put("GITHUB_API_URL", standIn.address().toString());
    return new Io(
        environment,
        io.in(),
        out,
        out,
        io.directory(),
        io.clock(),
        _ -> {},
        io.random(),
        io.terminal());
  }
}
