package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.demo.StandIn;
import io.github.tokenpreflight.demo.Story;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `demo`: the real engine on short stories, against a stand-in for GitHub on this machine.
final class DemoCommand {
  private final Io io;

  DemoCommand(Io io) {
    this.io = io;
  }

  /// Tells all stories. The exit code is 0, whatever the stories end with.
  ExitCode run() {
    Map<String, io.github.tokenpreflight.demo.Recording> answers =
        Story.all().stream().collect(Collectors.toMap(Story::token, Story::recording));
    try (StandIn standIn = StandIn.start(answers, io.clock())) {
      int number = 1;
      for (Story story : Story.all()) {
        tell(number++, story, standIn);
      }
    }
    io.out()
        .print(
            """
            All of this was real but for GitHub: a stand-in on this machine gave recorded answers.
            Next: write .github/token-requirements.yml and run `token-preflight check`.
            """);
    return ExitCode.DONE;
  }

  private void tell(int number, Story story, StandIn standIn) {
    io.out().print("──── " + number + ". " + story.title() + "\n\n");
    story.requirements().lines().forEach(line -> io.out().print("    " + line + "\n"));
    io.out().print("\n");
    Io stage = stage(story, standIn);
    ExitCode exit =
        new CheckCommand(stage, new Console(stage)).run(inputs(story), java.util.List.of());
    io.out().print("exit code " + exit.number() + "\n\n");
  }

  private static Function<String, Optional<String>> inputs(Story story) {
    return name ->
        name.equals("inline-requirements") ? Optional.of(story.requirements()) : Optional.empty();
  }

  /// The same world, but with the story's token and GitHub, and without waiting.
  private Io stage(Story story, StandIn standIn) {
    return new Io(
        Map.of(
            story.variable(),
            story.token(),
            "GITHUB_API_URL",
            standIn.address().toString(),
            "NO_COLOR",
            io.variable("NO_COLOR")),
        io.in(),
        io.out(),
        io.error(),
        io.directory(),
        io.clock(),
        _ -> {},
        io.random(),
        io.terminal());
  }
}
