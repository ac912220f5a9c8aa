package io.github.tokenpreflight.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tokenpreflight.evidence.Grant.Ambiguous;
import io.github.tokenpreflight.evidence.Grant.Cause;
import io.github.tokenpreflight.evidence.Grant.Held;
import io.github.tokenpreflight.evidence.Grant.Lacking;
import io.github.tokenpreflight.evidence.Grant.Unanswered;
import io.github.tokenpreflight.evidence.Grant.Unprovable;
import io.github.tokenpreflight.github.Answer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Grants combine in three-valued logic, which these tables write down anew.
final class GrantTest {
  private static final Answer ANSWER =
      TestAnswers.given(
          new Questions(TestAnswers.setting(ProbeLevel.READ).host()).rateLimit(), "{}");

  private static final List<Grant> GRANTS =
      List.of(
          new Held("held", List.of(ANSWER)),
          new Lacking("lacking", Cause.GRANT, List.of(ANSWER)),
          new Lacking("closed", Cause.REACH, List.of(ANSWER)),
          new Unprovable("unprovable", List.of(ANSWER)),
          new Ambiguous("ambiguous", List.of(ANSWER)),
          new Unanswered("unanswered", List.of(ANSWER)));

  /// Of what is open, what an answer may still settle comes first.
  private static final List<Class<? extends Grant>> ALL_OF =
      List.of(Lacking.class, Unanswered.class, Ambiguous.class, Unprovable.class, Held.class);

  private static final List<Class<? extends Grant>> ANY_OF =
      List.of(Held.class, Unanswered.class, Ambiguous.class, Unprovable.class, Lacking.class);

  @Test
  void allOfIsTheWeakestOfItsParts() {
    holds(Grant::allOf, ALL_OF);
  }

  @Test
  void anyOfIsTheStrongestOfItsParts() {
    holds(Grant::anyOf, ANY_OF);
  }

  @Test
  void aCombinationOfOneSaysWhatItSays() {
    for (Grant grant : GRANTS) {
      assertEquals(grant, Grant.allOf(List.of(grant)));
      assertEquals(grant, Grant.anyOf(List.of(grant)));
    }
  }

  @Test
  void theWordsOfEveryPartThatDecidesAreKeptInOrder() {
    Grant both = Grant.allOf(List.of(GRANTS.get(1), GRANTS.get(0), GRANTS.get(2)));

    assertEquals("lacking; closed", both.words());
    assertEquals(List.of(ANSWER, ANSWER), both.by());
  }

  @Test
  void theFirstCauseIsTheFirstThingToMend() {
    Lacking lacking = new Lacking("", Set.of(Cause.ROLE, Cause.GRANT, Cause.POLICY), List.of());

    assertEquals(Cause.POLICY, lacking.cause());
    assertThrows(IllegalArgumentException.class, () -> new Lacking("", Set.of(), List.of()));
  }

  @Test
  void otherWordsChangeNothingElse() {
    for (Grant grant : GRANTS) {
      Grant worded = grant.worded(words -> words + "!");

      assertEquals(grant.words() + "!", worded.words());
      assertEquals(outcome(grant), outcome(worded));
      assertEquals(grant.by(), worded.by());
    }
  }

  /// Every combination of up to three parts is the one that comes first in the order, whatever the
  /// order of the parts, and a refuted one has the causes of all parts that are refuted.
  private static void holds(
      Function<List<Grant>, Grant> combined, List<Class<? extends Grant>> order) {
    for (List<Grant> parts : upToThree()) {
      Grant whole = combined.apply(parts);
      Class<?> first =
          order.stream()
              .filter(outcome -> parts.stream().anyMatch(outcome::isInstance))
              .findFirst()
              .orElseThrow();

      assertEquals(first, whole.getClass(), () -> parts + " give " + whole);
      assertEquals(outcome(whole), outcome(combined.apply(parts.reversed())), parts::toString);
      if (whole instanceof Lacking lacking) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        parts.forEach(part -> causes.addAll(causes(part)));
        assertEquals(causes, lacking.causes(), parts::toString);
      }
    }
  }

  private static List<Object> outcome(Grant grant) {
    return List.of(grant.getClass(), causes(grant));
  }

  private static Set<Cause> causes(Grant grant) {
    return grant instanceof Lacking lacking ? lacking.causes() : Set.of();
  }

  private static List<List<Grant>> upToThree() {
    List<List<Grant>> all = new ArrayList<>();
    for (Grant one : GRANTS) {
      all.add(List.of(one));
      for (Grant two : GRANTS) {
        all.add(List.of(one, two));
        GRANTS.forEach(three -> all.add(Stream.of(one, two, three).toList()));
      }
    }
    return all;
  }
}
