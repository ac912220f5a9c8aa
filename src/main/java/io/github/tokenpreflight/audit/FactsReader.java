package io.github.tokenpreflight.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads what [FactsJson] wrote. What was not written by this program, or by another version with
/// other words, is absent as a whole.
public final class FactsReader {
  private static final JsonMapper MAPPER = new JsonMapper();

  private FactsReader() {}

  /// A text that is no JSON, or not of that form: the caller says so with the place.
  private static final class Foreign extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// One line of a state file, or one element of `repositories`.
  public static Optional<RepositoryFacts> facts(String line) {
    try {
      return facts(MAPPER.readTree(line));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  public static Optional<RepositoryFacts> facts(JsonNode node) {
    try {
      RepositoryHead head =
          new RepositoryHead(
              text(node, "name"),
              text(node, "visibility"),
              node.path("archived").asBoolean(),
              text(node, "branch"));
      return Optional.of(
          new RepositoryFacts(
              head,
              list(node, "tokens", FactsReader::token),
              list(node, "uses", FactsReader::use),
              list(node, "findings", FactsReader::finding),
              texts(node, "unread")));
    } catch (Foreign foreign) {
      return Optional.empty();
    }
  }

  /// A finding that belongs to no repository alone.
  public static Optional<AuditFinding> readFinding(JsonNode node) {
    try {
      return Optional.of(finding(node));
    } catch (Foreign foreign) {
      return Optional.empty();
    }
  }

  private static DeclaredToken token(JsonNode node) {
    return new DeclaredToken(
        text(node, "name"),
        new DeclaredToken.Purpose(text(node, "why"), text(node, "owner"), texts(node, "usedBy")),
        new DeclaredToken.Power(
            texts(node, "kinds"),
            texts(node, "scopes"),
            map(node, "permissions"),
            texts(node, "endpoints"),
            texts(node, "repositories"),
            texts(node, "organizations")),
        new DeclaredToken.Limits(
            node.path("failWithinHours").asLong(),
            node.path("warnWithinHours").asLong(),
            node.path("atMostHours").asLong(),
            text(node, "never"),
            texts(node, "rateLimits")),
        text(node, "file"),
        node.path("line").asInt());
  }

  private static SecretUse use(JsonNode node) {
    SecretUse.Certainty certainty =
        switch (text(node, "certainty")) {
          case "certain" -> SecretUse.Certainty.CERTAIN;
          case "by-name" -> SecretUse.Certainty.BY_NAME;
          case "unknown" -> SecretUse.Certainty.UNKNOWN;
          default -> throw new Foreign();
        };
    return new SecretUse(
        text(node, "secret"),
        text(node, "as"),
        spot(node.path("place")),
        text(node, "job"),
        certainty,
        node.path("dependabot").asBoolean());
  }

  private static AuditFinding finding(JsonNode node) {
    String word = text(node, "severity");
    Severity severity =
        List.of(Severity.values()).stream()
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow(Foreign::new);
    return new AuditFinding(
        Rule.parse(text(node, "rule")).orElseThrow(Foreign::new),
        severity,
        spot(node.path("place")),
        text(node, "token"),
        text(node, "message"),
        texts(node, "seen"),
        texts(node, "help"));
  }

  private static Spot spot(JsonNode node) {
    return new Spot(
        text(node, "repository"),
        text(node, "path"),
        node.path("line").asInt(),
        node.path("column").asInt(),
        node.path("length").asInt());
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new Foreign();
    }
    return value.textValue();
  }

  private static List<String> texts(JsonNode node, String field) {
    return list(
        node,
        field,
        item -> {
          if (!item.isTextual()) {
            throw new Foreign();
          }
          return item.textValue();
        });
  }

  private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
    JsonNode value = node.path(field);
    if (!value.isArray()) {
      throw new Foreign();
    }
    List<T> list = new ArrayList<>();
    value.forEach(item -> list.add(read.apply(item)));
    return list;
  }

  private static Map<String, String> map(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isObject()) {
      throw new Foreign();
    }
    Map<String, String> map = new TreeMap<>();
    value.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }
}
