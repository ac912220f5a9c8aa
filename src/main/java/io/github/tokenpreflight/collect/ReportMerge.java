package io.github.tokenpreflight.collect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tokenpreflight.audit.Assembly;
import io.github.tokenpreflight.audit.Audit;
import io.github.tokenpreflight.audit.AuditFinding;
import io.github.tokenpreflight.audit.FactsReader;
import io.github.tokenpreflight.audit.RepositoryFacts;
import io.github.tokenpreflight.audit.Scope;
import io.github.tokenpreflight.audit.SourceState;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes one audit of the reports of its parts. It comes to the same as if there had been no parts.
public final class ReportMerge {
  /// The source that every audit has.
  public static final String FILES = "requirements files and workflows";

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int SCHEMA_VERSION = 1;

  private final Journal journal;
  private final Set<Integer> parts = new TreeSet<>();
  private final Map<String, SourceState> sources = new LinkedHashMap<>();
  private final Set<AuditFinding> elsewhere = new TreeSet<>(AuditFinding.WORST_FIRST);
  private Optional<Scope> scope = Optional.empty();
  private Instant at = Instant.MIN;
  private long listed;
  private int of;

  private ReportMerge(Journal journal) {
    this.journal = journal;
  }

  /// What a merge comes to.
  public sealed interface Outcome {
    record Merged(Audit audit) implements Outcome {}

    /// The reports do not belong together.
    ///
    /// @param words why, as a sentence without full stop
    record Refused(String words) implements Outcome {}
  }

  /// The source of files, seen as a whole.
  public static SourceState files(long audited, long listed) {
    return SourceState.seen(FILES, audited + " of " + listed + " repositories");
  }

  /// Reads all reports into an empty journal.
  public static Outcome of(List<Path> reports, Journal journal) throws IOException {
    ReportMerge merge = new ReportMerge(journal);
    for (Path report : reports) {
      Optional<String> wrong = merge.read(report);
      if (wrong.isPresent()) {
        return new Outcome.Refused("`" + report.getFileName() + "` " + wrong.get());
      }
    }
    return merge.whole();
  }

  private Outcome whole() {
    List<String> missing = new ArrayList<>();
    for (int part = 1; part <= of; part++) {
      if (!parts.contains(part)) {
        missing.add(part + "/" + of);
      }
    }
    if (!missing.isEmpty()) {
      return new Outcome.Refused("parts are missing: " + Phrases.names(missing));
    }
    if (!sources.getOrDefault(FILES, files(0, 0)).failed()) {
      sources.put(FILES, files(journal.size(), listed));
    }
    return new Outcome.Merged(
        Assembly.of(
            new Audit.Head(scope.orElseThrow(), at, "1/1", listed),
            List.copyOf(sources.values()),
            List.copyOf(elsewhere),
            journal));
  }

  private Optional<String> read(Path report) throws IOException {
    Map<String, JsonNode> head = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(report);
        JsonParser json = MAPPER.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.of("is no report of an audit");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (!field.equals("repositories")) {
          JsonNode value = MAPPER.readTree(json);
          head.put(field, value);
        } else if (!repositories(json)) {
          return Optional.of("holds a repository that this version cannot read");
        }
      }
    } catch (JsonProcessingException broken) {
      return Optional.of("is no report of an audit: it is no JSON, or was cut");
    }
    return head(head);
  }

  private boolean repositories(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      JsonNode node = MAPPER.readTree(json);
      Optional<RepositoryFacts> facts = FactsReader.facts(node);
      if (facts.isEmpty()) {
        return false;
      }
      journal.add(facts.get());
    }
    return true;
  }

  private Optional<String> head(Map<String, JsonNode> head) {
    JsonNode none = MAPPER.createObjectNode();
    if (head.getOrDefault("schemaVersion", none).asInt() != SCHEMA_VERSION) {
      return Optional.of("is no report of an audit, or of another version");
    }
    JsonNode what = head.getOrDefault("scope", none);
    Optional<Scope> own =
        Arrays.stream(Scope.Kind.values())
            .filter(kind -> kind.word().equals(what.path("kind").asText()))
            .map(kind -> new Scope(kind, what.path("name").asText()))
            .findFirst();
    String[] part = head.getOrDefault("part", none).asText().split("/", 2);
    if (own.isEmpty()
        || part.length != 2
        || !part[0].matches("\\d{1,4}")
        || !part[1].matches("\\d{1,4}")) {
      return Optional.of("does not say what it is about");
    }
    int parts = Integer.parseInt(part[1]);
    if (scope.isPresent() && (!scope.equals(own) || of != parts)) {
      return Optional.of("is about something else than the first, or about other parts");
    }
    scope = own;
    of = parts;
    this.parts.add(Integer.parseInt(part[0]));
    listed = Math.max(listed, head.getOrDefault("counts", none).path("listed").asLong());
    return moment(head.getOrDefault("at", none).asText())
        .or(() -> more(head.getOrDefault("sources", none), head.getOrDefault("findings", none)));
  }

  private Optional<String> moment(String text) {
    try {
      Instant moment = Instant.parse(text);
      at = moment.isAfter(at) ? moment : at;
      return Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.of("does not say when it was made");
    }
  }

  private Optional<String> more(JsonNode sources, JsonNode findings) {
    for (JsonNode node : sources) {
      SourceState.State state =
          Arrays.stream(SourceState.State.values())
              .filter(one -> one.word().equals(node.path("state").asText()))
              .findFirst()
              .orElse(SourceState.State.FAILED);
      SourceState source =
          new SourceState(
              node.path("source").asText(),
              state,
              node.path("detail").asText(),
              node.path("opens").asText());
      this.sources.merge(source.source(), source, (one, other) -> other.failed() ? other : one);
    }
    for (JsonNode node : findings) {
      Optional<AuditFinding> finding = FactsReader.readFinding(node);
      if (finding.isEmpty()) {
        return Optional.of("holds a finding that this version cannot read");
      }
      // What only shows across repositories is worked out anew.
      finding.filter(it -> it.rule() != Rule.DIVERGING_DECLARATIONS).ifPresent(elsewhere::add);
    }
    return Optional.empty();
  }
}
