package io.github.tokenpreflight.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.SourceFile;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tree.Node;
import io.github.tokenpreflight.tree.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The JSON Schema for editors, held against the reader by a corpus of files.
class SchemaTest {
  private static final Path FILE = Path.of("docs/schema/token-requirements.schema.json");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaText.schema());

  /// One file of the corpus.
  ///
  /// @param verdict `right`, `wrong`, or why only the reader finds the error
  record Document(String verdict, String name, String text) {
    @Override
    public String toString() {
      return verdict + ": " + name;
    }
  }

  @Test
  void theSchemaInTheDocsIsTheOneOfThisCode() throws IOException {
    String wanted = SchemaText.write();
    if ("write".equals(System.getProperty("schema"))) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, wanted);
    }

    assertEquals(
        wanted,
        Files.readString(FILE),
        FILE + " is stale: ./mvnw test -Dtest=SchemaTest -Dschema=write");
  }

  @Test
  void theSchemaIsASchema() {
    JsonSchema ofSchemas =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(URI.create("https://json-schema.org/draft/2020-12/schema"));

    assertEquals(Set.of(), ofSchemas.validate(SchemaText.schema()));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void readerAndSchemaAgree(Document document) {
    boolean read = Sample.read(document.text) instanceof Reading.Read;
    Optional<Boolean> accepted = accepted("x.yml", document.text);

    switch (document.verdict) {
      case "right" -> assertTrue(read && accepted.orElseThrow(), () -> why(document));
      case "wrong" -> assertFalse(read || accepted.orElseThrow(), () -> why(document));
      case "NOTATION" -> assertFalse(read || accepted.isPresent(), () -> why(document));
      default -> {
        BeyondSchema.valueOf(document.verdict);
        assertFalse(read, () -> why(document));
        assertTrue(accepted.orElseThrow(), () -> why(document));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everyErrorIsASentenceWithAPlaceAndAnAction(Document document) {
    for (Finding error : Sample.findings(Sample.read(document.text))) {
      assertSound(error);
      assertFalse(
          error.help().isEmpty(), () -> "the reader gives this error no help: " + error.message());
    }
  }

  @Test
  void theCorpusShowsEveryErrorBeyondTheSchema() {
    Set<BeyondSchema> missing = EnumSet.allOf(BeyondSchema.class);
    corpus()
        .filter(document -> !document.verdict.matches("right|wrong"))
        .forEach(document -> missing.remove(BeyondSchema.valueOf(document.verdict)));

    String corpus = "src/test/resources/requirements/corpus.txt";
    assertEquals(Set.of(), missing, "add a document with this verdict to " + corpus);
    assertTrue(corpus().count() >= 60, "documents are missing from " + corpus);
  }

  @Test
  void readerAndSchemaAgreeOnJsonFiles() throws IOException {
    for (Document document : corpus().filter(one -> one.verdict.matches("right|wrong")).toList()) {
      Node root = TreeReader.read(new SourceFile("x.yml", document.text)).root().orElseThrow();
      String json = new ObjectMapper().writeValueAsString(CoreSchema.typed(root));
      boolean read =
          RequirementsReader.read("x.json", json.getBytes(UTF_8)) instanceof Reading.Read;

      assertEquals(document.verdict.equals("right"), read, document::toString);
      assertEquals(Optional.of(read), accepted("x.json", json), document::toString);
    }
  }

  /// Whether the schema accepts what an editor makes of the text; absent if that is nothing.
  static Optional<Boolean> accepted(String path, String text) {
    return TreeReader.read(new SourceFile(path, text))
        .root()
        .map(root -> SCHEMA.validate(CoreSchema.typed(root)).isEmpty());
  }

  /// Fails unless the error has one lower-case sentence and a place inside its text.
  static void assertSound(Finding error) {
    String message = error.message();
    assertTrue(message.length() <= 100, message);
    assertFalse(message.endsWith("."), message);
    assertFalse(Character.isUpperCase(message.charAt(0)), message);
    Span span = error.place().orElseThrow().span();
    Optional<String> line = error.place().get().file().line(span.line());
    if (!error.place().get().file().text().isEmpty()) {
      assertTrue(span.endColumn() <= line.orElseThrow().length(), message);
    }
  }

  static Stream<Document> corpus() {
    try (var in = SchemaTest.class.getResourceAsStream("/requirements/corpus.txt")) {
      String told = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      // Put together here, so that no scanner takes the file for a leak.
      String all = told.replace("$TOKEN", "ghp" + "_0123456789abcdefABCDEF0123456789abcd");
      return Stream.of(all.split("(?m)^=== ", -1)).skip(1).map(SchemaTest::document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(String text) {
    List<String> head = List.of(text.substring(0, text.indexOf('\n')).split(": ", 2));
    return new Document(head.getFirst(), head.getLast(), text.substring(text.indexOf('\n') + 1));
  }

  private static String why(Document document) {
    Optional<Node> root = TreeReader.read(new SourceFile("x.yml", document.text)).root();
    return "reader or schema do not say `"
        + document
        + "`: mend the verdict in src/test/resources/requirements/corpus.txt, the reader in"
        + " requirements/, or the schema in SchemaText and BeyondSchema (tests). The reader says "
        + Sample.findings(Sample.read(document.text))
        + "\nThe schema says "
        + root.map(tree -> SCHEMA.validate(CoreSchema.typed(tree)));
  }
}
