package io.github.tokenpreflight.render;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Proof;
import io.github.tokenpreflight.finding.Seen;
import io.github.tokenpreflight.finding.Verdict;
import io.github.tokenpreflight.source.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The findings of the JSON contract.
///
/// @param whole whether met findings and proofs are told too
record FindingJson(JsonGenerator json, Tool tool, boolean whole) {

  /// Findings about a token, or about the file and the call when there is no name.
  void write(Optional<String> token, List<Finding> findings) throws IOException {
    for (Finding finding : findings) {
      if (whole || finding.verdict() != Verdict.MET) {
        write(token, finding);
      }
    }
  }

  private void write(Optional<String> token, Finding finding) throws IOException {
    json.writeStartObject();
    JsonText.text(json, "token", token);
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("verdict", finding.verdict().word());
    JsonText.text(json, "doubt", doubt(finding));
    json.writeStringField("severity", finding.severity().word());
    json.writeFieldName("also");
    json.writeStartArray();
    for (Finding also : finding.also()) {
      json.writeStartObject();
      json.writeStringField("rule", also.rule().id());
      writeSubject(also);
      json.writeEndObject();
    }
    json.writeEndArray();
    writeSubject(finding);
    JsonText.texts(json, "seen", finding.seen().stream().map(Seen::full).toList());
    writeProofs(whole ? finding.proofs() : List.of());
    JsonText.text(json, "why", finding.why());
    JsonText.texts(json, "help", finding.help());
    json.writeStringField("docs", tool.page(finding.rule()));
    json.writeEndObject();
  }

  /// What a finding is about: requirement, message and place.
  private void writeSubject(Finding finding) throws IOException {
    JsonText.text(
        json,
        "requirement",
        Optional.of(finding.requirement()).filter(requirement -> !requirement.isEmpty()));
    json.writeStringField("message", finding.message());
    JsonText.text(json, "file", finding.place().map(place -> place.file().path()));
    number("line", finding.place().map(place -> place.span().line()));
    number("column", finding.place().map(place -> place.span().column()));
    number("endColumn", finding.place().map(FindingJson::endColumn));
  }

  private static Optional<String> doubt(Finding finding) {
    return finding.verdict() == Verdict.UNPROVEN
        ? Optional.of(finding.isStructural() ? "structural" : "circumstantial")
        : Optional.empty();
  }

  private static int endColumn(Place place) {
    return place.span().endColumn();
  }

  private void writeProofs(List<Proof> proofs) throws IOException {
    json.writeArrayFieldStart("proofs");
    for (Proof proof : proofs) {
      json.writeStartObject();
      json.writeStringField("request", proof.request());
      json.writeStringField("answer", proof.answer());
      JsonText.text(json, "requestId", Optional.of(proof.requestId()).filter(id -> !id.isEmpty()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void number(String name, Optional<Integer> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
