package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"A", "_a1", "GITHUB_TOKEN", "release_token"})
  void namesOfVariablesNameTokens(String name) {
    assertEquals(List.of(), Sample.errors("version: 1\ntokens: { " + name + ": {} }"));
  }

  @ParameterizedTest
  @CsvSource({
    "release-token, replace with `RELEASE_TOKEN`",
    "release.token, replace with `RELEASE_TOKEN`",
    "'\"release token\"', replace with `RELEASE_TOKEN`",
    "secrets.RELEASE, replace with `RELEASE`",
    "'\"${{ secrets.RELEASE }}\"', replace with `RELEASE`",
    "$RELEASE, replace with `RELEASE`",
    "1ST, 'use letters, digits and `_`, no digit first, and no name of the system or the runner'",
    "T\u00d6KEN, 'use letters, digits and `_`, no digit first, and no name of the system or the runner'",
    "'\"\"', 'use letters, digits and `_`, no digit first, and no name of the system or the runner'",
  })
  void otherNamesAreRefusedWithTheNameToWrite(String name, String help) {
    var errors = Sample.findings(Sample.read("version: 1\ntokens: { " + name + ": {} }"));

    assertEquals(List.of(help), errors.getFirst().help());
    assertEquals(name, Sample.cut(errors.getFirst().place().orElseThrow()));
  }

  @Test
  void aNameOfMoreThanAHundredLettersIsRefused() {
    assertEquals(1, Sample.errors("version: 1\ntokens: { " + "A".repeat(101) + ": {} }").size());
  }

  @Test
  void thePurposeIsKeptAsWritten() {
    var purpose = Sample.requirements("why: yes\nowner: 012\nused-by: [a.yml, 1.10]\n").purpose();

    assertEquals(Optional.of("yes"), purpose.why());
    assertEquals(Optional.of("012"), purpose.owner());
    assertEquals(List.of("a.yml", "1.10"), purpose.usedBy());
  }

  @Test
  void aFoldedTextLosesTheLineEndBehindIt() {
    assertEquals(
        Optional.of("one two"), Sample.requirements("why: >\n  one\n  two\n").purpose().why());
  }

  @Test
  void textsAreShortAndOnOneLine() {
    assertEquals(
        "`why` is longer than 300 characters | shorten it", Sample.said("why: " + "x".repeat(301)));
    assertEquals(
        "`owner` has a line break or a control character | write it on one line, or fold it with"
            + " `>`",
        Sample.said("owner: |\n  a\n  b\n"));
    assertEquals(
        "`owner` has a line break or a control character | write it on one line, or fold it with"
            + " `>`",
        Sample.said("owner: \"a\\u202eb\""));
    assertEquals(
        "`why` is an empty text | write something, or remove the key", Sample.said("why: ' '"));
    assertEquals("`why` must be a text, but is empty | write `why: ...`", Sample.said("why:"));
  }

  @Test
  void kindsAreAListOrASingleWord() {
    assertEquals(
        List.of(TokenKind.CLASSIC),
        Sample.requirements("kinds: classic").identity().kinds().stream()
            .map(Declared::value)
            .toList());
    assertEquals(2, Sample.requirements("kinds: [actions, oauth]").identity().kinds().size());
  }

  @Test
  void kindsThatDoNotExistAreRefused() {
    assertEquals(
        "`fine_grained` cannot be a value of `kinds` | did you mean `fine-grained`?",
        Sample.said("kinds: [fine_grained]"));
    assertEquals(
        "`kinds` allows no kind at all | name the kinds that are allowed, or remove the key to"
            + " allow all",
        Sample.said("kinds: []"));
    assertEquals(
        "`classic` stands twice in `kinds` | remove it here or at t.yml:4:13",
        Sample.said("kinds: [classic, classic]"));
  }

  @Test
  void aLoginIsThatOfAnAccountOrAnApp() {
    for (String login : List.of("acme-bot", "a_acme", "'github-actions[bot]'", "0123")) {
      Sample.requirements("login: " + login);
    }
    assertEquals(
        "`@acme-bot` cannot be a login | replace with `acme-bot`",
        Sample.said("login: '@acme-bot'"));
    assertEquals(
        "`acme bot` cannot be a login | write it as in the address of the profile page, such as"
            + " `acme-bot`",
        Sample.said("login: acme bot"));
  }

  @Test
  void effectsAreWords() {
    var effects = Sample.requirements("excess: warn\nenforce: warn").effects();

    assertEquals(Effect.WARN, effects.excess().orElseThrow().value());
    assertEquals(Effect.WARN, effects.enforce());
    assertEquals(
        "`allow` cannot be a value of `enforce` | write `fail` or `warn`",
        Sample.said("enforce: allow"));
    assertEquals(
        "`true` cannot be a value of `excess` | write `allow`, `warn` or `fail`",
        Sample.said("excess: true"));
  }

  @Test
  void aValueOfTheWrongTypeIsAnsweredWithALineToWrite() {
    assertEquals(
        "`A` must be a mapping, but is a list | write `A: { scopes: [repo] }`",
        Sample.said("- scopes: [repo]"));
    assertEquals(
        "`scopes` must be a list, but is a mapping | write `scopes: [repo]`",
        Sample.said("scopes: { repo: 1 }"));
    assertEquals(
        "`scopes` must be a list, but is empty | write `scopes: [repo]`", Sample.said("scopes:"));
    assertEquals(
        "an item of `scopes` must be a text, but is a mapping | write it like `repo`",
        Sample.said("scopes: [repo: 1]"));
    assertEquals(
        "`forbid` must be a mapping, but is a list | write `forbid: { scopes: [delete_repo] }`",
        Sample.said("forbid: [repo]"));
  }
}
