package io.github.tokenpreflight.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every kind of finding. An id names the bad thing and never changes.
public enum Rule {
  // Errors of the requirements file.
  NO_REQUIREMENTS("no requirements are declared"),
  UNREADABLE_FILE("the requirements file cannot be read"),
  SYNTAX_ERROR("the requirements file is not well-formed"),
  UNSUPPORTED_YAML("a YAML feature that requirements files leave out"),
  UNSUPPORTED_VERSION("a version of the format that this program does not know"),
  DUPLICATE_KEY("a key stands twice in one mapping"),
  UNKNOWN_KEY("a key that has no meaning here"),
  MISSING_KEY("a key that must be there is missing"),
  WRONG_TYPE("a value of the wrong type"),
  WRONG_VALUE("a value that cannot be used"),
  UNKNOWN_SCOPE("a classic scope that GitHub does not document"),
  UNKNOWN_PERMISSION("a permission that GitHub does not document"),
  UNKNOWN_ENDPOINT("an endpoint that GitHub does not document"),
  CONTRADICTION("two requirements that cannot both come true"),
  // Errors of the call.
  WRONG_INPUT("an input or an argument cannot be used"),
  UNWRITABLE_OUTPUT("a result could not be written"),
  STALE_CATALOGUE("the catalogue of permissions is old"),
  // The token itself.
  TOKEN_ABSENT("the token is absent"),
  TOKEN_MALFORMED("the value is not shaped like a token"),
  WRONG_KIND("the token is of another kind than allowed"),
  TOKEN_REJECTED("GitHub does not accept the token"),
  TOKEN_UNCHECKED("the token could not be checked"),
  WRONG_LOGIN("the token belongs to somebody else"),
  TOKEN_EXPIRES_SOON("the token expires too soon"),
  TOKEN_LIVES_TOO_LONG("the token lives longer than allowed"),
  TOKEN_NEVER_EXPIRES("the token has no expiry"),
  UNREADABLE_EXPIRY("the expiry that GitHub sent cannot be read"),
  // What it may do.
  MISSING_SCOPE("a classic scope is missing"),
  FORBIDDEN_SCOPE("the token has a forbidden scope"),
  EXCESS_SCOPE("the token has more scopes than declared"),
  MISSING_PERMISSION("a permission is missing"),
  FORBIDDEN_PERMISSION("the token has a forbidden permission"),
  UNUSABLE_ENDPOINT("a declared call would be refused"),
  REPOSITORY_OUT_OF_REACH("a repository is out of the token's reach"),
  MISSING_ROLE("the role in a repository or organization is too low"),
  ORGANIZATION_OUT_OF_REACH("an organization is out of the token's reach"),
  SSO_NOT_AUTHORIZED("the token is not authorized for single sign-on"),
  POLICY_REFUSAL("a policy of the organization refuses the token"),
  UNEXPECTED_SUCCESS("a write probe that GitHub had to reject went through"),
  LOW_RATE_LIMIT("too few requests are left"),
  // What an audit finds besides.
  UNDECLARED_SECRET("a workflow passes a secret as a token, and no file declares it"),
  UNUSED_TOKEN("a declared token that no workflow uses"),
  ABSENT_WORKFLOW("a declared user of a token is not there"),
  DIVERGING_DECLARATIONS("repositories declare one token in different ways"),
  COULD_BE_FINE_GRAINED("a classic token could be a fine-grained one"),
  NEEDLESS_TOKEN("the token of the job could take the place of a token"),
  POLICY_BREACH("a declaration goes against the policy of the organization"),
  EXPIRED_EXCEPTION("an exception of the policy is over"),
  UNREADABLE_WORKFLOW("a workflow that is there cannot be read"),
  UNREAD_REPOSITORY("a repository or a part of it could not be read");

  private final String title;

  Rule(String title) {
    this.title = title;
  }

  /// The id in kebab case, such as `missing-scope`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is bad, in a few words.
  public String title() {
    return title;
  }

  /// The page that explains it, relative to the root of this project.
  public String docs() {
    return "docs/rules/" + id() + ".md";
  }

  public static Optional<Rule> parse(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(Rule::id).toList();
  }
}
