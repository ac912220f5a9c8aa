package io.github.tokenpreflight.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reports that the stories end with obey the published schema.
final class ReportsTest {
  private static final Path SCHEMA = Path.of("docs/schema/report.schema.json");

  @Test
  void everyReportObeysTheSchema() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    List<String> wrong = new ArrayList<>();
    int reports = 0;
    for (Path folder : CasesTest.folders()) {
      for (String report : reports(folder.resolve("expected"))) {
        reports++;
        for (ValidationMessage message : schema.validate(report, InputFormat.JSON)) {
          wrong.add(folder.getFileName() + ": " + message);
        }
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(reports > 100, "only " + reports + " reports were found");
  }

  /// The file, and the output of the step.
  private static List<String> reports(Path expected) throws IOException {
    List<String> reports = new ArrayList<>();
    if (Files.exists(expected.resolve("report.json"))) {
      reports.add(Files.readString(expected.resolve("report.json")));
    }
    if (Files.exists(expected.resolve("output"))) {
      Files.readString(expected.resolve("output"))
          .lines()
          .filter(line -> line.startsWith("{"))
          .forEach(reports::add);
    }
    return reports;
  }
}
