package io.github.tokenpreflight.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InventoryTest {
  @Test
  void twoRepositoriesThatDeclareOneTokenDifferentlyAreNamed() {
    Audit audit =
        audit(
            List.of(
                facts("acme/a", "scopes: [repo]"),
                facts("acme/b", "scopes: [repo]\n    why: else"),
                facts("acme/c", "scopes: [gist]")));

    assertEquals(
        List.of("repositories declare `T` in 2 different ways"),
        audit.across().stream().map(AuditFinding::message).toList());
    assertEquals(
        List.of("one way in `acme/a`, `acme/b`", "one way in `acme/c`"),
        audit.across().getFirst().seen());
  }

  @Test
  void theOrderOfTheRepositoriesMakesNoDifference() {
    List<RepositoryFacts> facts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      facts.add(facts("acme/r" + i, i % 3 == 0 ? "skopes: x" : "permissions: { contents: write }"));
    }
    List<RepositoryFacts> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(1));

    Audit one = audit(facts);
    Audit other = audit(shuffled);

    assertEquals(one.worst(), other.worst());
    assertEquals(one.inventory().rules(), other.inventory().rules());
    assertEquals(
        one.inventory().tokens().getFirst().declaredIn().words(),
        other.inventory().tokens().getFirst().declaredIn().words());
    assertEquals(Assembly.MOST_TOLD, one.worst().size());
  }

  private static RepositoryFacts facts(String name, String token) {
    String file = "version: 1\ntokens:\n  T:\n    " + token + "\n";
    return RepositoryAudit.of(Repositories.of(name, file));
  }

  private static Audit audit(List<RepositoryFacts> facts) {
    Audit.Head head =
        new Audit.Head(new Scope(Scope.Kind.ORGANIZATION, "acme"), Instant.EPOCH, "1/1", 9);
    return Assembly.of(head, List.of(), List.of(), facts::forEach);
  }
}
