package io.github.tokenpreflight.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The body fields without which a POST must be rejected.
///
/// Source: GitHub's OpenAPI description, `requestBody`, by way of npm `@octokit/openapi`; the table
/// names its version. That GitHub really insists on each of them is documented, not recorded.
public final class RequiredFields {
  private final Map<String, List<String>> bySignature;

  private RequiredFields(Map<String, List<String>> bySignature) {
    this.bySignature = bySignature;
  }

  /// The table of this build, loaded on first use.
  public static RequiredFields standard() {
    return Standard.FIELDS;
  }

  /// The required fields of an endpoint's body, in the order of the description; empty where it has
  /// none, or none are known.
  public List<String> of(Endpoint endpoint) {
    return bySignature.getOrDefault(endpoint.signature(), List.of());
  }

  private static final class Standard {
    static final RequiredFields FIELDS = read();

    private static RequiredFields read() {
      Map<String, List<String>> fields = new HashMap<>();
      for (List<String> row : Catalogue.rows(Catalogue.text("required-fields.tsv"), 2)) {
        fields.put(row.get(0), Catalogue.words(row.get(1)));
      }
      return new RequiredFields(fields);
    }
  }
}
