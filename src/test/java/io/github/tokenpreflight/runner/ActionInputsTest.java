package io.github.tokenpreflight.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionInputsTest {
  @Test
  void theInputsAreThoseOfTheAction() {
    assertEquals(
        List.of(
            "token",
            "name",
            "only",
            "requirements",
            "inline-requirements",
            "probes",
            "unproven",
            "inconclusive",
            "on-absent",
            "details",
            "max-wait",
            "timeout",
            "report",
            "sarif",
            "api-url",
            "ca-file"),
        Input.words());
  }

  @Test
  void aHyphenStaysInTheVariable() {
    ActionInputs inputs = ActionInputs.of(Map.of("INPUT_ON-ABSENT", "skip"));

    assertEquals(Optional.of("skip"), inputs.given(Input.ON_ABSENT));
  }

  @Test
  void aValueIsTrimmed() {
    ActionInputs inputs = ActionInputs.of(Map.of("INPUT_PROBES", " writes\n"));

    assertEquals(Optional.of("writes"), inputs.given(Input.PROBES));
  }

  @Test
  void aTokenAndInlineRequirementsKeepEveryCharacter() {
    ActionInputs inputs =
        ActionInputs.of(
            Map.of("INPUT_TOKEN", "abc\n", "INPUT_INLINE-REQUIREMENTS", "\n  version: 1\n"));

    assertEquals(Optional.of("abc\n"), inputs.given(Input.TOKEN));
    assertEquals(Optional.of("\n  version: 1\n"), inputs.given(Input.INLINE_REQUIREMENTS));
  }

  @Test
  void anEmptyValueIsAnAbsentOne() {
    ActionInputs inputs =
        ActionInputs.of(Map.of("INPUT_UNPROVEN", "", "INPUT_DETAILS", " \n", "INPUT_TOKEN", " "));

    assertEquals(Optional.empty(), inputs.given(Input.UNPROVEN));
  }

  @Test
  void anInputThatTheActionDoesNotHaveIsNamed() {
    ActionInputs inputs =
        ActionInputs.of(
            Map.of(
                "INPUT_TOKENS", "a",
                "INPUT_ON_ABSENT", "skip",
                "INPUT_ARGS", "",
                "INPUT_ENTRYPOINT", "",
                "INPUT_PROBES", "",
                "PATH", "/bin"));

    assertEquals(List.of("on_absent", "tokens"), inputs.unknown());
    assertTrue(inputs.given(Input.ON_ABSENT).isEmpty());
  }
}
