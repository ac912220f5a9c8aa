package io.github.tokenpreflight.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.tokenpreflight.token.Token;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/// The classes that ship, as they were built, and classes planted beside them.
final class House {
  static final String HOME = "io.github.tokenpreflight.";

  /// All of them, without tests and build tools.
  static final JavaClasses CLASSES = new ClassFileImporter().importPath(built(Token.class));

  private House() {}

  /// Where the build put the class, and those beside it.
  static Path built(Class<?> one) {
    return Path.of(URI.create(one.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /// Where the classes of a room lie, below [#built(Class)].
  static String home(String room) {
    return (HOME + room).replace('.', '/');
  }

  /// Compiles a class `Planted` into a room, and says where its class files lie.
  static Path compiled(Path scratch, String room, String code) throws IOException {
    Path source = scratch.resolve("source/Planted.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source, "package " + HOME + room + ";\nfinal class Planted {\n  " + code + "\n}\n");
    Path out = Files.createTempDirectory(scratch, "classes");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                out.toString(),
                source.toString());
    assertEquals(0, failed, "the class that this test plants must compile: mend its text here");
    return out;
  }
}
