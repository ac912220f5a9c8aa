package io.github.tokenpreflight.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.tokenpreflight.token.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What ships is called by what ships: no method, type, record component or enum constant is there
/// for tests alone, or for nobody. The compiler sees to what is private.
final class UnusedCodeTest {
  /// Beginnings of names that are unused for now, by the work that takes each out. It only shrinks.
  private static final List<String> LEFT =
      List.of(
          // For what `suggest`, `init` and `audit` read of workflows, tools and the catalogue.
          "workflow.",
          "tools.",
          "catalogue.ImpossibleTargets",
          "github.Refusal$Meaning.stateOfPlace",
          // For the tests that write the pages of docs/.
          "catalogue.Permissions.all",
          // For the owners of `evidence`, `finding` and `cli`.
          "evidence.GitReading$Policies.name",
          "cli.CheckOptions",
          // For the owner of `github` and `runner`.
          "github.GitAdvertisement$",
          "github.GitHubHost.isGitHubDotCom",
          "github.Payloads$",
          "github.RateLimits$Budget.used",
          "github.Response.of",
          "github.Sso$Partial.organizationIds");

  private static final Set<String> TOOLS =
      Set.of(House.HOME + "dist", House.HOME + "catalogue.tool");
  private static final Pattern OF_TESTS = Pattern.compile(".*(?:Test|Samples)(?:\\$.*)?\\.class");

  @TempDir Path scratch;

  @Test
  void nothingIsThereForNobody() {
    Set<String> unused = unused(shippedAndTools());
    List<String> more =
        unused.stream().filter(name -> LEFT.stream().noneMatch(name::startsWith)).toList();
    List<String> gone =
        LEFT.stream()
            .filter(left -> unused.stream().noneMatch(name -> name.startsWith(left)))
            .toList();

    assertEquals(
        List.of(),
        more,
        "nothing in src/main/java or src/build/java uses these: delete them, or move what only"
            + " tests need to src/test/java");
    assertEquals(
        List.of(), gone, "these are used now, or gone: take them out of LEFT in UnusedCodeTest");
  }

  @Test
  void whatIsPlantedIsFoundAndWhatIsUsedIsNot() throws IOException {
    Path planted =
        House.compiled(
            scratch,
            "check",
            """
            record Pair(String used, String unused) {}
            enum Word { USED, UNUSED }
            interface Shape { String words(); }
            record Round() implements Shape {
              public String words() { return new Pair("", "").used() + Word.USED; }
            }
            static final class Nobody { private Nobody() {} }
            static String called(Shape shape) { return shape.words(); }
            static String uncalled() { return called(new Round()); }
            """);

    assertEquals(
        Set.of(
            "check.Planted",
            "check.Planted.uncalled()",
            "check.Planted$Nobody",
            "check.Planted$Pair.unused()",
            "check.Planted$Word.UNUSED"),
        unused(new ClassFileImporter().importPath(planted)));
  }

  /// What ships, and the tools of `src/build`, which may call it too; their tests may not.
  private static JavaClasses shippedAndTools() {
    Path tests = House.built(UnusedCodeTest.class);
    return new ClassFileImporter()
        .withImportOption(location -> !location.matches(OF_TESTS))
        .importPaths(
            House.built(Token.class),
            tests.resolve(House.home("dist")),
            tests.resolve(House.home("catalogue.tool")));
  }

  private static Set<String> unused(JavaClasses classes) {
    Set<String> unused = new TreeSet<>();
    for (JavaClass one : classes) {
      if (!TOOLS.contains(one.getPackageName()) && !isStartedFromOutside(one)) {
        members(one).filter(UnusedCodeTest::isUnused).forEach(unit -> unused.add(name(unit)));
        constants(one).forEach(constant -> unused.add(name(one) + "." + constant.getName()));
        if (isUnused(one, classes)) {
          unused.add(name(one));
        }
      }
    }
    return unused;
  }

  /// The entry point, descriptors, and what picocli calls by what is annotated.
  private static boolean isStartedFromOutside(JavaClass one) {
    return one.getSimpleName().equals("Main")
        || one.getSimpleName().endsWith("-info")
        || one.getAnnotations().stream()
            .anyMatch(annotation -> annotation.getRawType().getPackageName().startsWith("picocli"));
  }

  /// Nothing outside of it knows it or what stands in it.
  private static boolean isUnused(JavaClass one, JavaClasses classes) {
    return !one.isAnonymousClass()
        && classes.stream()
            .filter(inner -> isWithin(inner, one))
            .flatMap(inner -> inner.getDirectDependenciesToSelf().stream())
            .allMatch(dependency -> isWithin(dependency.getOriginClass(), one));
  }

  private static boolean isWithin(JavaClass inner, JavaClass outer) {
    return inner.equals(outer) || inner.getName().startsWith(outer.getName() + "$");
  }

  /// Methods that somebody could call by name.
  private static Stream<JavaMethod> members(JavaClass one) {
    return one.getMethods().stream()
        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(method -> method.getAnnotations().isEmpty() || isPlain(method))
        .filter(method -> !(one.isEnum() && isOfEveryEnum(method)))
        .filter(method -> !isInherited(method));
  }

  private static boolean isPlain(JavaMethod method) {
    return method.getAnnotations().stream()
        .noneMatch(annotation -> annotation.getRawType().getPackageName().startsWith("picocli"));
  }

  private static boolean isOfEveryEnum(JavaMethod method) {
    return Set.of("values", "valueOf", "$values").contains(method.getName());
  }

  /// What a type above declares as well is called by its name there.
  private static boolean isInherited(JavaMethod method) {
    return Stream.concat(
            method.getOwner().getAllRawSuperclasses().stream(),
            method.getOwner().getAllRawInterfaces().stream())
        .anyMatch(above ->
            above.tryGetMethod(method.getName(), parameters(method)).isPresent()
                || above.getMethods().stream()
                    .anyMatch(other ->
                        other.getName().equals(method.getName())
                            && other.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size()));
  }

  private static String[] parameters(JavaMethod method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
  }

  /// Nobody but itself calls it, nor what overrides it; of a component, nobody reads the field
  /// either.
  private static boolean isUnused(JavaMethod method) {
    return method
            .getOwner()
            .tryGetField(method.getName())
            .filter(field -> method.getOwner().isRecord())
            .stream()
            .flatMap(field -> field.getAccessesToSelf().stream())
            .map(JavaAccess::getOrigin)
            .allMatch(origin -> isConstructor(origin, method) || origin.equals(method))
        && Stream.concat(
                Stream.of(method),
                method.getOwner().getAllSubclasses().stream()
                    .flatMap(
                        below -> below.tryGetMethod(method.getName(), parameters(method)).stream()))
            .flatMap(one -> one.getAccessesToSelf().stream())
            .allMatch(access -> access.getOrigin().equals(method));
  }

  private static boolean isConstructor(JavaCodeUnit origin, JavaMethod accessor) {
    return origin.isConstructor() && origin.getOwner().equals(accessor.getOwner());
  }

  /// Constants that nobody names, of enums that nobody lists.
  private static Stream<JavaField> constants(JavaClass one) {
    boolean listed =
        one.getMethods().stream()
            .filter(method -> Set.of("values", "valueOf").contains(method.getName()))
            .flatMap(method -> method.getAccessesToSelf().stream())
            .anyMatch(access -> !access.getOrigin().isConstructor());
    return one.isEnum() && !listed
        ? one.getFields().stream()
            .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
            .filter(field ->
                field.getAccessesToSelf().stream()
                    .noneMatch(access -> !isStart(access.getOrigin(), one)))
        : Stream.empty();
  }

  private static boolean isStart(JavaCodeUnit origin, JavaClass one) {
    return origin.getOwner().equals(one)
        && (origin.getName().equals("<clinit>") || origin.getName().equals("$values"));
  }

  private static String name(JavaClass one) {
    return one.getName().substring(House.HOME.length());
  }

  private static String name(JavaMethod method) {
    return name(method.getOwner()) + "." + method.getName() + "()";
  }
}
