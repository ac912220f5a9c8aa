package io.github.tokenpreflight.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.tokenpreflight.token.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The arrows between packages go one way, as the table of `ARCHITECTURE.md` says.
///
/// For each rule a class that breaks it is compiled on the spot, and must be found.
final class ArrowsTest {
  private static final String HOME = House.HOME;
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|[^|]+\\|([^|]*)\\|");

  /// Rooms that work on values alone.
  private static final String[] WITHOUT_EFFECTS = {
    HOME + "source",
    HOME + "token",
    HOME + "finding",
    HOME + "tree",
    HOME + "workflow",
    HOME + "tools",
    HOME + "suggest",
    HOME + "explain",
    HOME + "requirements",
    HOME + "evidence",
    HOME + "check",
    HOME + "audit",
    HOME + "render",
    HOME + "present"
  };

  @TempDir Path scratch;

  /// A rule, and a class that breaks it.
  ///
  /// @param room where the class would stand
  /// @param code what it does there
  private record Arrow(String name, ArchRule rule, String room, String code) {}

  @TestFactory
  Stream<DynamicTest> theHouseKeepsEveryRule() throws IOException {
    return arrows().stream()
        .map(arrow ->
            DynamicTest.dynamicTest(
                arrow.name(),
                () -> {
                  List<String> broken =
                      arrow.rule().evaluate(House.CLASSES).getFailureReport().getDetails();

                  assertEquals(
                      List.of(),
                      broken,
                      "the class named first does what its room may not: move that code to a room"
                          + " that may, or, on purpose, add the arrow to the table of"
                          + " ARCHITECTURE.md");
                }));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsWhatBreaksIt() throws IOException {
    return arrows().stream()
        .map(arrow ->
            DynamicTest.dynamicTest(
                arrow.name(),
                () -> {
                  JavaClasses planted = planted(arrow.room(), arrow.code());

                  assertTrue(
                      arrow.rule().evaluate(planted).hasViolation(),
                      "the rule of ArrowsTest no longer finds the class planted against it");
                }));
  }

  @Test
  void theTableNamesEveryRoomOfTheHouse() throws IOException {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass one : House.CLASSES) {
      rooms.add(one.getPackageName().substring(HOME.length()));
    }

    assertEquals(
        rooms,
        table().keySet(),
        "every package of src/main/java has its row in the table of ARCHITECTURE.md: add or remove"
            + " the row, `| `name` | what it owns | the rooms it may import |`");
  }

  @Test
  void whatIsAllowedIsNotTakenForAViolation() throws IOException {
    JavaClasses planted = planted("check", "java.time.Duration d; " + HOME + "finding.Rule r;");

    for (Arrow arrow : arrows()) {
      assertFalse(
          arrow.rule().evaluate(planted).hasViolation(),
          () -> arrow.name() + ": the rule of ArrowsTest forbids what check may do");
    }
  }

  private static List<Arrow> arrows() throws IOException {
    List<Arrow> arrows = new ArrayList<>();
    table()
        .forEach((room, allowed) -> {
          if (!room.equals("cli")) {
            arrows.add(
                new Arrow(
                    room + " imports only its neighbours",
                    imports(room, allowed),
                    room,
                    HOME + "cli.Cli backwards;"));
          }
        });
    arrows.add(
        new Arrow(
            "only cli imports demo",
            noClasses()
                .that(resideOutside("cli", "demo"))
                .should()
                .dependOnClassesThat(resideInAPackage(HOME + "demo"))
                .allowEmptyShould(true),
            "render",
            HOME + "demo.StandIn stage;"));
    arrows.add(
        new Arrow(
            "only github speaks HTTP",
            noClasses()
                .that(resideOutside("github"))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage("java.net.http..", "javax.net..")
                        .or(named("java.net.Socket", "java.net.URLConnection")))
                .allowEmptyShould(true),
            "evidence",
            "java.net.http.HttpClient client;"));
    arrows.add(
        new Arrow(
            "thinking rooms touch no file",
            noClasses()
                .that(resideInAnyPackage(WITHOUT_EFFECTS))
                .should()
                .dependOnClassesThat(
                    resideInAPackage("java.nio.file..")
                        .or(named("java.io.File", "java.io.FileInputStream", "java.io.FileReader")))
                .allowEmptyShould(true),
            "check",
            "boolean there = java.nio.file.Files.exists(java.nio.file.Path.of(\"x\"));"));
    arrows.add(
        new Arrow(
            "thinking rooms read no clock and no environment",
            noClasses()
                .that(resideInAnyPackage(WITHOUT_EFFECTS))
                .should()
                .callMethodWhere(readsTheWorld())
                .allowEmptyShould(true),
            "evidence",
            "java.time.Instant now = java.time.Instant.now();"));
    arrows.add(
        new Arrow(
            "only transport and disguises open the box of a token",
            noClasses()
                .that(
                    describe(
                        "open no box",
                        (JavaClass one) ->
                            !Set.of(
                                    HOME + "github.Transport",
                                    HOME + "redact.Disguises",
                                    HOME + "token.Token")
                                .contains(outermost(one))))
                .should()
                .callMethodWhere(
                    describe(
                        "reveals a token",
                        (JavaCall<?> call) ->
                            call.getTargetOwner().isEquivalentTo(Token.class)
                                && call.getName().startsWith("reveal")))
                .allowEmptyShould(true),
            "check",
            "String open(" + HOME + "token.Token token) { return token.reveal(); }"));
    arrows.add(
        new Arrow(
            "only cli exits",
            noClasses()
                .that(resideOutside("cli"))
                .should()
                .callMethod(System.class, "exit", int.class)
                .allowEmptyShould(true),
            "github",
            "void stop() { System.exit(1); }"));
    return arrows;
  }

  @Test
  void noArrowsGoInACircle() throws IOException {
    ArchRule rule = slices().matching(HOME + "(*)..").should().beFreeOfCycles();

    assertEquals(
        List.of(),
        rule.evaluate(House.CLASSES).getFailureReport().getDetails(),
        "the arrows named here go in a circle: move what both rooms need to a room below them");
    Path there = House.compiled(scratch, "token", HOME + "redact.Redactor back;");
    JavaClasses circle =
        new ClassFileImporter()
            .importPaths(
                there,
                House.built(Token.class).resolve(House.home("token")),
                House.built(Token.class).resolve(House.home("redact")));
    assertTrue(
        rule.evaluate(circle).hasViolation(),
        "the rule of ArrowsTest no longer finds the circle planted against it");
  }

  /// What each room may import, off the table.
  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")))
        .results()
        .forEach(row ->
            table.put(
                row.group(1),
                Arrays.stream(row.group(2).split("[,;]"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new))));
    return table;
  }

  private static ArchRule imports(String room, Set<String> allowed) {
    String[] open = Stream.concat(Stream.of(room), allowed.stream()).toArray(String[]::new);
    return classes()
        .that(resideInAPackage(HOME + room))
        .should()
        .onlyDependOnClassesThat(resideOutside().or(resideInAnyPackage(packages(open))))
        .allowEmptyShould(true);
  }

  /// Outside of these rooms; without any, outside of the house.
  private static DescribedPredicate<JavaClass> resideOutside(String... rooms) {
    return DescribedPredicate.not(
        rooms.length == 0 ? resideInAPackage(HOME + ".") : resideInAnyPackage(packages(rooms)));
  }

  private static String[] packages(String... rooms) {
    return Arrays.stream(rooms).map(room -> HOME + room).toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> all = Set.of(names);
    return describe("are named so", (JavaClass one) -> all.contains(one.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> readsTheWorld() {
    return describe(
        "reads a clock, the environment or waits",
        call ->
            call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getName().equals("now")
                || call.getTargetOwner().isEquivalentTo(System.class)
                    && !call.getName().equals("identityHashCode")
                    && !call.getName().equals("arraycopy")
                || call.getTargetOwner().isEquivalentTo(Thread.class)
                    && call.getName().equals("sleep"));
  }

  private static String outermost(JavaClass one) {
    return one.getName().replaceFirst("\\$.*", "");
  }

  private JavaClasses planted(String room, String code) throws IOException {
    return new ClassFileImporter().importPath(House.compiled(scratch, room, code));
  }
}
