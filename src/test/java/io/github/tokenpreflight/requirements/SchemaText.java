package io.github.tokenpreflight.requirements;

import static io.github.tokenpreflight.requirements.SchemaParts.closed;
import static io.github.tokenpreflight.requirements.SchemaParts.described;
import static io.github.tokenpreflight.requirements.SchemaParts.effect;
import static io.github.tokenpreflight.requirements.SchemaParts.list;
import static io.github.tokenpreflight.requirements.SchemaParts.object;
import static io.github.tokenpreflight.requirements.SchemaParts.oneOrMany;
import static io.github.tokenpreflight.requirements.SchemaParts.patterned;
import static io.github.tokenpreflight.requirements.SchemaParts.reference;
import static io.github.tokenpreflight.requirements.SchemaParts.text;
import static io.github.tokenpreflight.requirements.SchemaParts.words;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scope;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.tools.KnownTools;
import io.github.tokenpreflight.tools.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the JSON Schema of requirements files from the words and forms that the reader knows.
final class SchemaText {
  private static final String REPOSITORY =
      "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}/(?!\\.{1,2}$)(?!.*\\.[Gg][Ii][Tt]$)[A-Za-z0-9._-]{1,100}$";

  private SchemaText() {}

  static String write() {
    try {
      var indenter = new DefaultIndenter("  ", "\n");
      var printer =
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
      return new ObjectMapper().writer(printer).writeValueAsString(schema()) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode schema() {
    ObjectNode schema = object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Token requirements");
    schema.put("description", "What each token of a repository must be able to do.");
    schema.put("type", "object");
    closed(schema).putArray("required").add("version").add("tokens");
    ObjectNode keys = schema.putObject("properties");
    keys.set("$schema", text("The schema of this file, for editors.", TokenReader.LONGEST_WHY));
    described(keys.putObject("version"), "The version of this format.").put("const", 1);
    ObjectNode tokens = described(keys.putObject("tokens"), "The tokens, by variable.");
    tokens
        .put("type", "object")
        .put("minProperties", 1)
        .put("maxProperties", RequirementsReader.MOST_TOKENS);
    tokens.putObject("propertyNames").put("pattern", "^" + TokenReader.NAME_FORM + "$");
    tokens.set("additionalProperties", reference("token"));
    schema.set("$defs", definitions());
    return schema;
  }

  private static ObjectNode definitions() {
    ObjectNode all = object();
    all.set("token", token());
    all.set("expires", expires());
    all.set("permissions", permissions());
    for (Set<Level> levels : levelSets()) {
      all.set(levelsName(levels), permission(levels));
    }
    ArrayNode scopes = all.putObject("scope").putArray("oneOf");
    for (String name : Scopes.standard().names()) {
      Scope scope = Scopes.standard().find(name).orElseThrow();
      described(scopes.addObject(), scope.description()).put("const", name);
    }
    all.set("tool", words(KnownTools.standard().names()));
    all.set("repository", patterned("The owner and the name of a repository.", REPOSITORY));
    return all;
  }

  private static ObjectNode token() {
    ObjectNode token = closed(object());
    token.putArray("type").add("object").add("null");
    ObjectNode keys = token.putObject("properties");
    keys.set("why", text("What it is for; shown when it fails.", TokenReader.LONGEST_WHY));
    keys.set("owner", text("Who renews it.", TokenReader.LONGEST_OWNER));
    keys.set("used-by", list("The files that use it.", text("A path.", TokenReader.LONGEST_PATH)));
    keys.set(
        "kinds",
        oneOrMany("The kinds that are allowed; any if absent.", words(TokenKind.words()), 1));
    keys.set("login", login());
    keys.set("expires", reference("expires"));
    keys.set("repositories", repositories());
    keys.set("permissions", reference("permissions"));
    keys.set(
        "scopes",
        oneOrMany("Classic scopes; a parent satisfies its children.", reference("scope"), 0));
    keys.set(
        "endpoints",
        oneOrMany(
            "The calls that are made; what they need is worked out.",
            patterned("METHOD /path", "^" + EndpointsReader.FORM + "$")
                .put("maxLength", EndpointsReader.LONGEST),
            0));
    keys.set("tools", tools());
    keys.set("organizations", organizations());
    keys.set("rate-limit", rateLimits());
    keys.set("forbid", forbid());
    keys.set(
        "excess", effect("What more classic scopes than declared do.", Effect.words(), "allow"));
    keys.set("enforce", effect("What an unmet requirement does.", List.of("fail", "warn"), "fail"));
    return token;
  }

  private static ObjectNode login() {
    ObjectNode login = described(object(), "Whose token it must be.");
    login.putArray("type").add("string").add("integer").add("boolean");
    return login.put("minimum", 0).put("pattern", "^" + LoginReader.FORM + "$");
  }

  private static ObjectNode expires() {
    ObjectNode expires = closed(described(object(), "How long it must, and may, still live."));
    ObjectNode keys = expires.put("type", "object").putObject("properties");
    keys.set("fail-within", duration("Less remaining life than this is refused."));
    keys.set("warn-within", duration("Less remaining life than this is warned of."));
    keys.set("at-most", duration("More remaining life than this is a finding."));
    keys.set("never", effect("What a token without expiry does.", Effect.words(), "allow"));
    return expires;
  }

  private static ObjectNode duration(String description) {
    int days = ExpiryReader.LONGEST_DAYS;
    return patterned(
        description,
        "^(("
            + NumberForm.upTo(24 * days)
            + ")h|("
            + NumberForm.upTo(days)
            + ")d|("
            + NumberForm.upTo(days / 7)
            + ")w)$");
  }

  private static ObjectNode repositories() {
    ObjectNode all = described(object(), "The role it must have in each repository.");
    all.put("type", "object").putObject("propertyNames").put("pattern", REPOSITORY);
    all.set("additionalProperties", words(Role.words()));
    return all;
  }

  private static ObjectNode permissions() {
    ObjectNode all = closed(described(object(), "Fine-grained permissions and their level."));
    ObjectNode names = all.put("type", "object").putObject("properties");
    ObjectNode patterns = all.putObject("patternProperties");
    for (Permission permission : Permissions.standard().all()) {
      ObjectNode entry = described(names.putObject(permission.name()), label(permission));
      String level = "#/$defs/" + levelsName(new TreeSet<>(permission.levels()));
      entry.put("$ref", level);
      for (String name : PermissionNames.names(permission)) {
        if (name.contains("_") || !name.equals(permission.name())) {
          patterns.putObject("^" + name.replace("_", "[-_]") + "$").put("$ref", level);
        }
      }
    }
    return all;
  }

  private static String label(Permission permission) {
    return permission.label() + " (" + permission.target().name().toLowerCase(Locale.ROOT) + ")";
  }

  private static ObjectNode permission(Set<Level> levels) {
    ObjectNode level = words(levels.stream().map(Level::wireName).toList());
    ObjectNode all = object();
    ArrayNode forms = all.putArray("anyOf").add(level);
    ObjectNode form = closed(forms.addObject().put("type", "object"));
    form.putArray("required").add("level");
    ObjectNode keys = form.putObject("properties");
    keys.set("level", level.deepCopy());
    keys.set("why", text("Shown when it fails.", TokenReader.LONGEST_WHY));
    keys.set(
        "on",
        oneOrMany("The repositories; every declared one if absent.", reference("repository"), 1));
    return all;
  }

  private static ObjectNode tools() {
    ObjectNode all = described(object(), "The tools that use it; what they need is known.");
    ArrayNode forms = all.putArray("anyOf").add(reference("tool"));
    forms.addObject().put("type", "array").put("uniqueItems", true).set("items", reference("tool"));
    ObjectNode cases = closed(forms.addObject().put("type", "object")).putObject("properties");
    for (Tool tool : KnownTools.standard().all()) {
      ArrayNode one = cases.putObject(tool.name()).putArray("anyOf");
      one.addObject().put("type", "null");
      ObjectNode list = one.addObject().put("type", "array").put("uniqueItems", true);
      if (tool.cases().isEmpty()) {
        list.put("maxItems", 0);
      } else {
        ObjectNode ids = words(tool.cases().stream().map(Tool.Case::id).toList());
        list.set("items", ids);
        one.add(ids.deepCopy());
      }
    }
    return all;
  }

  private static ObjectNode organizations() {
    ObjectNode all = described(object(), "The organizations it must reach.").put("type", "object");
    all.putObject("propertyNames").put("pattern", "^" + OrganizationsReader.FORM + "$");
    ObjectNode one = closed(all.putObject("additionalProperties").put("type", "object"));
    ObjectNode keys = one.put("minProperties", 1).putObject("properties");
    keys.set("role", words(OrganizationRole.words()));
    keys.putObject("sso").put("const", "authorized");
    return all;
  }

  private static ObjectNode rateLimits() {
    ObjectNode all = described(object(), "Requests that must be left now, by resource.");
    all.put("type", "object")
        .putObject("propertyNames")
        .put("pattern", "^" + RateLimitsReader.RESOURCE + "$");
    ArrayNode forms = all.putObject("additionalProperties").putArray("anyOf");
    forms
        .addObject()
        .put("type", "integer")
        .put("minimum", 0)
        .put("maximum", RateLimitsReader.MOST);
    forms.addObject().put("type", "string").put("pattern", "^" + RateLimitsReader.PERCENT + "$");
    return all;
  }

  private static ObjectNode forbid() {
    ObjectNode all = closed(described(object(), "What it must not be able to do."));
    ObjectNode keys = all.put("type", "object").putObject("properties");
    keys.set("scopes", oneOrMany("Classic scopes.", reference("scope"), 0));
    keys.set("permissions", reference("permissions"));
    return all;
  }

  private static Set<Set<Level>> levelSets() {
    return Permissions.standard().all().stream()
        .map(permission -> new TreeSet<>(permission.levels()))
        .collect(
            Collectors.toCollection(
                () -> new TreeSet<>(Comparator.comparing(SchemaText::levelsName))));
  }

  private static String levelsName(Set<Level> levels) {
    return levels.stream().map(Level::wireName).collect(Collectors.joining("-or-"));
  }
}
