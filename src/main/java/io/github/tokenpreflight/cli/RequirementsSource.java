package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.requirements.DeclaredNames;
import io.github.tokenpreflight.requirements.Reading;
import io.github.tokenpreflight.requirements.Requirements;
import io.github.tokenpreflight.requirements.RequirementsReader;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.tree.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds and opens the requirements file, or says why it cannot.
final class RequirementsSource {
  /// Where the file is looked for when nobody names one.
  static final List<String> USUAL =
      List.of(
          ".github/token-requirements.yml",
          ".github/token-requirements.yaml",
          ".github/token-requirements.json");

  private static final String SMALLEST =
      """
      write `.github/token-requirements.yml`, for instance:
      version: 1
      tokens:
        RELEASE_TOKEN:
          scopes: [repo]\
      """;

  private final Path directory;
  private final boolean confined;

  /// @param directory what relative paths start from
  /// @param confined whether the file must lie below the directory, as in a job
  RequirementsSource(Path directory, boolean confined) {
    this.directory = directory.toAbsolutePath().normalize();
    this.confined = confined;
  }

  /// What was found.
  ///
  /// @param names of the tokens that it declares, as far as they can be made out of a broken file
  record Found(Reading reading, Set<String> names) {
    /// The values of these names, which must be hidden before anything is said.
    List<Token> tokens(Io io) {
      return names.stream().flatMap(name -> Token.of(io.variable(name)).stream()).toList();
    }
  }

  /// The file that is named, the inline text, or the default file.
  Found read(Optional<String> named, Optional<String> inline) {
    if (named.isPresent() && inline.isPresent()) {
      return invalid(
          Finding.error(
                  Rule.WRONG_INPUT, "`requirements` and `inline-requirements` exclude each other")
              .help("leave one of them out"));
    }
    if (inline.isPresent()) {
      return found(
          RequirementsReader.readInline(SourceFile.INLINE, inline.get()),
          inline.get().getBytes(StandardCharsets.UTF_8));
    }
    return named.map(this::named).orElseGet(this::usual);
  }

  private Found usual() {
    List<String> there =
        USUAL.stream().filter(path -> Files.exists(directory.resolve(path))).toList();
    if (there.isEmpty()) {
      return invalid(
          Finding.error(Rule.NO_REQUIREMENTS, "no requirements file and no inline requirements")
              .seen("looked for " + Phrases.anyOf(USUAL) + " in " + directory)
              .help(
                  SMALLEST, "in a job, check the repository out first: `uses: actions/checkout`"));
    }
    if (there.size() > 1) {
      return invalid(
          Finding.error(Rule.CONTRADICTION, "there are several requirements files")
              .seen("found " + Phrases.names(there))
              .help("keep one of them, or name it with `requirements`"));
    }
    return open(there.getFirst(), directory.resolve(there.getFirst()));
  }

  private Found named(String path) {
    Path file;
    try {
      file = directory.resolve(path).normalize();
    } catch (InvalidPathException e) {
      return unreadable(path, FileFailures.words(e), FileFailures.LOCALE);
    }
    if (confined && !file.startsWith(directory)) {
      return invalid(
          Finding.error(Rule.UNREADABLE_FILE, "the requirements file lies outside the workspace")
              .seen(path + " is not below " + directory)
              .help("name a file of the checked-out repository, relative to its root"));
    }
    boolean below = file.startsWith(directory) && !file.equals(directory);
    return open(below ? directory.relativize(file).toString() : path, file);
  }

  private Found open(String shown, Path file) {
    try {
      if (Files.isDirectory(file)) {
        return unreadable(shown, "it is a directory", "name the file in it");
      }
      if (confined && !file.toRealPath().startsWith(directory.toRealPath())) {
        return unreadable(
            shown, "it links to a place outside the workspace", "replace the link by the file");
      }
      if (!Files.isRegularFile(file) && Files.exists(file)) {
        return unreadable(
            shown, "it is a pipe, a device or a socket", "write the requirements into a file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] content = in.readNBytes(Decoder.LIMIT_BYTES + 1);
        return found(RequirementsReader.read(shown, content), content);
      }
    } catch (NoSuchFileException e) {
      return unreadable(
          shown,
          "there is no such file in " + directory,
          "check the path; in a job, check the repository out first: `uses: actions/checkout`");
    } catch (IOException e) {
      return unreadable(shown, FileFailures.words(e), "make the file readable");
    }
  }

  private static Found unreadable(String path, String seen, String help) {
    return invalid(
        Finding.error(Rule.UNREADABLE_FILE, "the requirements file `" + path + "` cannot be read")
            .seen(seen)
            .help(help));
  }

  private static Found invalid(Finding error) {
    return new Found(new Reading.Invalid(new SourceFile("", ""), List.of(error)), Set.of());
  }

  private static Found found(Reading reading, byte[] content) {
    Set<String> names =
        switch (reading) {
          case Reading.Read(Requirements requirements, _) ->
              requirements.tokens().stream()
                  .map(token -> token.name().value())
                  .collect(Collectors.toSet());
          case Reading.Invalid _ -> DeclaredNames.in(content);
        };
    return new Found(reading, names);
  }
}
