package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.requirements.TokenRequirements.Access;
import io.github.tokenpreflight.requirements.TokenRequirements.Effects;
import io.github.tokenpreflight.requirements.TokenRequirements.Forbidden;
import io.github.tokenpreflight.requirements.TokenRequirements.Identity;
import io.github.tokenpreflight.requirements.TokenRequirements.Purpose;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One token's entry: its name and everything below it.
final class TokenReader {
  static final List<String> KEYS =
      List.of(
          "why",
          "owner",
          "used-by",
          "kinds",
          "login",
          "expires",
          "repositories",
          "permissions",
          "scopes",
          "endpoints",
          "tools",
          "organizations",
          "rate-limit",
          "forbid",
          "excess",
          "enforce");
  static final int LONGEST_WHY = 300;
  static final int LONGEST_OWNER = 100;
  static final int LONGEST_PATH = 200;

  /// Not of the system or the runner, whose values are no tokens and must not be sent as one.
  ///
  /// Source: GitHub docs, "Variables reference", default environment variables (documented); the
  /// names of `ACTIONS_` are the runner's own.
  static final String NAME_FORM =
      "(?!(PATH|HOME|INPUT_.*|ACTIONS_(RUNTIME|ID_TOKEN|CACHE|RESULTS)_.*"
          + "|RUNNER_(ARCH|DEBUG|ENVIRONMENT|NAME|OS|TEMP|TOOL_CACHE|TRACKING_ID|WORKSPACE)"
          + "|GITHUB_(ACTION|ACTIONS|ACTION_PATH|ACTION_REF|ACTION_REPOSITORY|ACTOR|ACTOR_ID|API_URL"
          + "|BASE_REF|ENV|EVENT_NAME|EVENT_PATH|GRAPHQL_URL|HEAD_REF|JOB|OUTPUT|PATH|REF|REF_NAME"
          + "|REF_PROTECTED|REF_TYPE|REPOSITORY|REPOSITORY_ID|REPOSITORY_OWNER|REPOSITORY_OWNER_ID"
          + "|RETENTION_DAYS|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SERVER_URL|SHA|STATE|STEP_SUMMARY"
          + "|TRIGGERING_ACTOR|WORKFLOW|WORKFLOW_REF|WORKFLOW_SHA|WORKSPACE))$)"
          + "[A-Za-z_][A-Za-z0-9_]{0,99}";

  private static final Pattern PERSONAL =
      Pattern.compile("(?i)pat|personal([- ]access)?([- ]token)?");
  private static final Pattern NAME = Pattern.compile(NAME_FORM);
  private static final List<String> EXPIRES = List.of("fail-within", "warn-within", "at-most");

  private TokenReader() {}

  static TokenRequirements read(Field entry) {
    Declared<String> name = name(entry);
    Optional<Fields> written =
        entry.isNothing() ? Optional.empty() : entry.fields("scopes: [repo]");
    Fields fields = written.orElseGet(() -> none(entry));
    fields.only(KEYS, TokenReader::home);
    Identity identity = identity(fields);
    TokenRequirements requirements =
        new TokenRequirements(
            name,
            purpose(fields),
            identity,
            fields.find("expires").map(ExpiryReader::read).orElse(ExpiryRequirement.NONE),
            access(fields, isOfJob(name, identity)),
            forbidden(fields),
            fields.find("rate-limit").map(RateLimitsReader::read).orElse(List.of()),
            effects(fields));
    Contradictions.find(requirements, fields);
    return requirements;
  }

  private static Fields none(Field entry) {
    return new Fields(new Mapping(List.of(), entry.at()), entry.at(), entry.errors());
  }

  /// Where a key belongs, or the word for it here.
  private static String home(String key) {
    if (List.of("repo", "repos", "repository").contains(key)) {
      return "write `repositories: { acme/site: push }`";
    }
    if (List.of("org", "orgs", "organisations").contains(key)) {
      return "write `organizations: { acme: { role: member } }`";
    }
    return EXPIRES.contains(key) || key.equals("never")
        ? "move it below `expires`"
        : key.equals("version") || key.equals("tokens") ? "move it to the top of the file" : "";
  }

  /// Source of the form: POSIX names of environment variables, and GitHub docs, "Secrets
  /// reference", which lets the same letters stand in the name of a secret.
  private static Declared<String> name(Field entry) {
    String name = entry.name();
    if (!isName(name)) {
      String fixed = fixedName(name);
      entry.wrong(
          entry.at(),
          Quote.of(name) + " cannot be the name of a variable with a token",
          isName(fixed)
              ? "replace with `" + fixed + "`"
              : "use letters, digits and `_`, no digit first, and no name of the system or the runner");
    }
    return new Declared<>(name, entry.at());
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static String fixedName(String name) {
    String bare =
        name.replace("${{", "").replace("}}", "").replace("secrets.", "").replace("$", "");
    return bare.strip()
        .replace('-', '_')
        .replace('.', '_')
        .replace(' ', '_')
        .toUpperCase(Locale.ROOT);
  }

  private static Purpose purpose(Fields fields) {
    Optional<Field> usedBy = fields.find("used-by");
    List<String> paths = new ArrayList<>();
    usedBy.ifPresent(field -> {
      List<Scalar> items = field.scalars(".github/workflows/release.yml");
      items.forEach(item -> Texts.text(field, item, LONGEST_PATH).ifPresent(paths::add));
    });
    return new Purpose(
        fields.find("why").flatMap(why -> Texts.text(why, LONGEST_WHY)),
        fields.find("owner").flatMap(owner -> Texts.text(owner, LONGEST_OWNER)),
        paths);
  }

  private static Identity identity(Fields fields) {
    return new Identity(
        fields.find("kinds").map(TokenReader::kinds).orElse(List.of()),
        fields.find("login").flatMap(LoginReader::read));
  }

  private static List<Declared<TokenKind>> kinds(Field field) {
    List<Scalar> items = field.scalars("classic");
    Texts.onlyOnce(field, items, kind -> kind);
    List<Declared<TokenKind>> kinds = new ArrayList<>();
    for (Scalar item : items) {
      TokenKind.parse(item.text())
          .ifPresentOrElse(
              kind -> kinds.add(new Declared<>(kind, item.span())), () -> unknownKind(field, item));
    }
    if (field.isEmptyList()) {
      field.wrong(
          field.value().span(),
          "`kinds` allows no kind at all",
          "name the kinds that are allowed, or remove the key to allow all");
    }
    return kinds;
  }

  /// Whether it is the token of the job, whose permissions stand in the workflow.
  private static boolean isOfJob(Declared<String> name, Identity identity) {
    return identity.kinds().isEmpty()
        ? name.value().equals("GITHUB_TOKEN")
        : identity.kinds().stream().allMatch(kind -> kind.value() == TokenKind.ACTIONS);
  }

  private static void unknownKind(Field field, Scalar item) {
    if (PERSONAL.matcher(item.text()).matches()) {
      field.wrong(
          item.span(),
          Quote.of(item.text()) + " can be either of two kinds",
          "write `classic` or `fine-grained`, or both");
    } else {
      field.unknownWord(item, TokenKind.words());
    }
  }

  private static Access access(Fields fields, boolean ofJob) {
    Access declared = access(fields);
    return fields
        .find("tools")
        .map(tools -> DeclaredTools.added(tools, declared, ofJob))
        .orElse(declared);
  }

  private static Access access(Fields fields) {
    return new Access(
        fields.find("repositories").map(RepositoriesReader::read).orElse(List.of()),
        fields.find("permissions").map(PermissionsReader::read).orElse(List.of()),
        fields.find("scopes").map(ScopesReader::read).orElse(List.of()),
        fields.find("endpoints").map(EndpointsReader::read).orElse(List.of()),
        fields.find("organizations").map(OrganizationsReader::read).orElse(List.of()));
  }

  private static Forbidden forbidden(Fields fields) {
    Optional<Fields> forbid =
        fields.find("forbid").flatMap(field -> field.fields("scopes: [delete_repo]"));
    forbid.ifPresent(keys -> keys.only(List.of("scopes", "permissions")));
    return new Forbidden(
        forbid.flatMap(keys -> keys.find("scopes")).map(ScopesReader::read).orElse(List.of()),
        forbid
            .flatMap(keys -> keys.find("permissions"))
            .map(PermissionsReader::read)
            .orElse(List.of()));
  }

  private static Effects effects(Fields fields) {
    Optional<Declared<Effect>> enforce =
        fields
            .find("enforce")
            .flatMap(field ->
                field.choice(
                    word -> Effect.parse(word).filter(effect -> effect != Effect.ALLOW),
                    List.of(Effect.FAIL.word(), Effect.WARN.word())));
    return new Effects(
        fields.find("excess").flatMap(field -> field.choice(Effect::parse, Effect.words())),
        enforce.map(Declared::value).orElse(Effect.FAIL));
  }
}
