package io.github.tokenpreflight.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowCommandTest {
  @Test
  void anAnnotationHasItsPlaceAndTitleWithoutBlanksBetweenThem() {
    assertEquals(
        "::error file=.github/a.yml,line=6,col=5,endColumn=12,title=TOKEN%3A a scope::it lacks",
        WorkflowCommand.annotation("error", "it lacks")
            .file(".github/a.yml")
            .stretch(6, 5, 12)
            .title("TOKEN: a scope")
            .line());
  }

  @Test
  void whatWouldEndACommandOrAPropertyIsEscaped() {
    assertEquals(
        "::error title=a%3A%3Ab%2C 100%25%0D%0A::a::b, 100%25%0D%0Ac",
        WorkflowCommand.annotation("error", "a::b, 100%\r\nc").title("a::b, 100%\r\n").line());
  }

  @Test
  void anEmptyPropertyIsLeftOutBecauseTheRunnerDropsIt() {
    assertEquals("::warning::a", WorkflowCommand.annotation("warning", "a").title(" ").line());
  }

  @Test
  void theOtherCommandsAreWrittenAsTheRunnerReadsThem() {
    assertEquals("::add-mask::a b%25", WorkflowCommand.addMask("a b%").line());
    assertEquals("::group::Tokens", WorkflowCommand.group("Tokens").line());
    assertEquals("::endgroup::", WorkflowCommand.endGroup().line());
  }

  @Test
  void aMessageIsCutWhereTheRunnerWouldCutIt() {
    String line = WorkflowCommand.annotation("error", "x".repeat(5000)).line();

    assertEquals("::error::".length() + 4096, line.length());
    assertTrue(line.endsWith("x…"));
    assertFalse(
        Character.isHighSurrogate(
            WorkflowCommand.annotation("error", "x".repeat(4094) + "😀😀😀").line().charAt(4103)));
  }

  @Test
  void foreignTextCannotRunACommandAtTheStartOfALine() {
    for (String start :
        List.of("", " ", "\t", "a\n", "a\r", "a\r\n \u00a0", "\uFEFF", "\u0085", "\u200B")) {
      String safe = WorkflowCommand.neutralised(start + "::add-mask::e");

      assertEquals(start + ": :add-mask::e", safe);
    }
  }

  @Test
  void foreignTextCannotRunTheOldFormAnywhere() {
    assertEquals("a # #[add-mask]e", WorkflowCommand.neutralised("a ##[add-mask]e"));
    assertFalse(WorkflowCommand.neutralised("####[x] ##[##[").contains("##["));
  }

  @Test
  void otherTextStaysAsItIs() {
    for (String text : List.of("", "a::b", "see std::string", "#[x]", "## [x]", "a: b")) {
      assertEquals(text, WorkflowCommand.neutralised(text));
    }
  }
}
