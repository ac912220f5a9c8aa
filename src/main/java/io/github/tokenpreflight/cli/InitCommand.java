package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.suggest.Checkout;
import io.github.tokenpreflight.suggest.Draft;
import io.github.tokenpreflight.suggest.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `init`: writes a first requirements file, from the workflows of the checkout or from a log.
final class InitCommand {
  private static final String FILE = RequirementsSource.USUAL.getFirst();
  private static final int MOST_LOG_BYTES = 64 << 20;

  private final Io io;
  private final Outgoing outgoing;

  InitCommand(Io io, Outgoing outgoing) {
    this.io = io;
    this.outgoing = outgoing;
  }

  /// What is to become of the file.
  enum Way {
    WRITE,
    OVERWRITE,
    PRINT,
    COMPARE
  }

  ExitCode run(Way way, Optional<String> log) {
    Optional<String> text = log.isPresent() ? fromLog(log.get()) : fromCheckout();
    if (text.isEmpty()) {
      return log.isPresent() ? ExitCode.INVALID : ExitCode.DONE;
    }
    return switch (way) {
      case PRINT -> {
        outgoing.print(text.get());
        yield ExitCode.DONE;
      }
      case COMPARE -> {
        outgoing.print(Comparison.of(there().map(this::content).orElse(""), text.get()));
        yield ExitCode.DONE;
      }
      case WRITE, OVERWRITE -> write(text.get(), way == Way.OVERWRITE);
    };
  }

  private Optional<String> fromCheckout() {
    CheckoutSource source = new CheckoutSource(io.directory());
    Checkout checkout = source.read(io.variable("GITHUB_REPOSITORY"));
    source.errors().forEach(outgoing::complain);
    Optional<String> text = Draft.of(checkout);
    if (text.isEmpty()) {
      outgoing.print(
          checkout.files().isEmpty()
              ? "there is no workflow in .github/workflows of this directory\n"
              : "no requirements file is needed: no step of the workflows uses a token of GitHub, as far as can be seen\n");
    }
    return text;
  }

  private Optional<String> fromLog(String name) {
    try {
      Path file = io.directory().resolve(name);
      if (!Files.isRegularFile(file)) {
        outgoing.complain("the log `" + name + "` is not there, or is no regular file");
        return Optional.empty();
      }
      return fromLog(name, file);
    } catch (IOException | InvalidPathException e) {
      outgoing.complain("the log `" + name + "` cannot be read");
      return Optional.empty();
    }
  }

  private Optional<String> fromLog(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String log = new String(in.readNBytes(MOST_LOG_BYTES), StandardCharsets.UTF_8);
      Optional<String> text = Refusals.in(name, log);
      if (text.isEmpty()) {
        outgoing.complain("no refused call of GitHub is in `" + name + "`");
      }
      return text;
    }
  }

  private Optional<String> there() {
    return RequirementsSource.USUAL.stream()
        .filter(path -> Files.exists(io.directory().resolve(path)))
        .findFirst();
  }

  private String content(String path) {
    try {
      return Files.readString(io.directory().resolve(path));
    } catch (IOException e) {
      return "";
    }
  }

  private ExitCode write(String text, boolean over) {
    Optional<String> there = there();
    if (there.isPresent() && !over) {
      outgoing.complain("`" + there.get() + "` is there already; nothing was written");
      outgoing.complain(
          "`--diff` shows what would change, `--stdout` prints the file, `--force` overwrites");
      return ExitCode.INVALID;
    }
    if (there.isPresent() && !there.get().endsWith(".yml") && !there.get().endsWith(".yaml")) {
      outgoing.complain("`" + there.get() + "` is JSON, but `init` writes YAML; remove it first");
      return ExitCode.INVALID;
    }
    String name = there.orElse(FILE);
    try {
      Path file = io.directory().resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, outgoing.redacted(text));
    } catch (IOException e) {
      outgoing.complain("`" + name + "` cannot be written: " + e.getMessage());
      return ExitCode.INVALID;
    }
    List<String> next = List.of("token-preflight validate", "token-preflight plan");
    outgoing.print("wrote " + name + "; read its comments, then run " + Phrases.names(next) + "\n");
    return ExitCode.DONE;
  }
}
