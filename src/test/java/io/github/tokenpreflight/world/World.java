package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.requirements.OrganizationRole;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TestTokens;
import io.github.tokenpreflight.token.Token;
import io.github.tokenpreflight.token.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is true of one GitHub and one token. [Powers] works out what follows from it.
///
/// @param habits how this GitHub behaves where the facts leave a choice
/// @param oddities what it answers out of the ordinary
record World(
    Bearer bearer,
    List<Repository> repositories,
    List<Organization> organizations,
    Set<Habit> habits,
    List<Oddity> oddities) {
  /// The user behind every token that has one.
  static final String LOGIN = "robot";

  /// The token.
  ///
  /// @param disguised whether its value has a form that tells nothing about its kind
  /// @param scopes of classic and OAuth tokens
  /// @param authorized organizations where it is authorized for single sign-on
  record Bearer(
      TokenKind kind, boolean disguised, Given given, List<String> scopes, Set<String> authorized) {
    Token token() {
      if (disguised) {
        return TestTokens.boxed("opaque-value-of-no-known-form-0123");
      }
      return TestTokens.boxed(
          switch (kind) {
            case CLASSIC -> TestTokens.classic();
            case FINE_GRAINED -> TestTokens.fineGrained();
            case OAUTH -> TestTokens.oauth();
            case APP_USER -> TestTokens.appUser();
            case APP_INSTALLATION, ACTIONS -> TestTokens.installation();
          });
    }
  }

  /// What a token with permissions was given.
  ///
  /// @param owner the resource owner, or the account the app is installed in
  /// @param approved whether an organization that owns it has approved it
  /// @param selected `owner/name` of each repository, in lower case; `*` for all of the owner's
  record Given(
      String owner, boolean approved, Set<String> selected, Map<String, Level> permissions) {
    static final Given NOTHING = new Given("", true, Set.of(), Map.of());
  }

  enum Visibility {
    PUBLIC,
    INTERNAL,
    PRIVATE
  }

  enum Trait {
    ARCHIVED,
    EMPTY,
    /// Asked for by its old name, `NAME-old`.
    RENAMED,
    /// Issues, pages, code scanning and the like are switched off.
    FEATURES_OFF
  }

  /// @param role of the user behind the token, absent for an outsider
  record Repository(
      String owner, String name, Visibility visibility, Optional<Role> role, Set<Trait> traits) {
    String fullName() {
      return owner + "/" + name;
    }

    /// As reading sees it: archived or not makes no difference.
    Repository thawed() {
      Set<Trait> rest = EnumSet.noneOf(Trait.class);
      traits.stream().filter(trait -> trait != Trait.ARCHIVED).forEach(rest::add);
      return new Repository(owner, name, visibility, role, rest);
    }

    boolean isPublic() {
      return visibility == Visibility.PUBLIC;
    }

    boolean is(Trait trait) {
      return traits.contains(trait);
    }
  }

  enum Membership {
    OUTSIDER,
    PENDING,
    MEMBER,
    ADMIN;

    boolean includes(OrganizationRole role) {
      return this == ADMIN || this == MEMBER && role == OrganizationRole.MEMBER;
    }
  }

  enum Policy {
    SAML,
    NO_CLASSIC,
    NO_FINE_GRAINED,
    SHORT_LIFE,
    IP_LIST
  }

  record Organization(String login, Membership membership, Set<Policy> policies) {}

  enum Habit {
    /// Enterprise Server with rate limits off.
    LIMITS_OFF,
    /// What is not there is told without any header about the token.
    SILENT_ABSENCE,
    /// Denials on private repositories look as if nothing were there.
    HIDES_DENIALS,
    /// What the user may not is told like what the token may not.
    ROLE_AS_PERMISSION,
    /// `X-Accepted-GitHub-Permissions` is not sent.
    NO_ACCEPTED_HEADER,
    /// Lists of repositories ask for less by now than the catalogue says, and say so.
    ASKS_LESS,
    /// Every request but the first is too much.
    BUSY
  }

  /// A request that is answered as nothing else in this world explains.
  ///
  /// @param request how its line begins, for example `GET /repos/acme/`
  record Oddity(String request, Reply reply) {}

  /// The same world, where what is answered oddly is answered so.
  World withOddity(Reply reply) {
    return new World(
        bearer,
        repositories,
        organizations,
        habits,
        oddities.stream().map(oddity -> new Oddity(oddity.request(), reply)).toList());
  }

  /// The odd answer to a request, if there is one.
  Optional<Reply> odd(String line) {
    return oddities.stream()
        .filter(oddity -> line.startsWith(oddity.request()))
        .map(Oddity::reply)
        .findFirst();
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /// The repository of that name today, or of that old name.
  Optional<Repository> repository(String owner, String name) {
    return repositories.stream()
        .filter(one ->
            one.owner().equalsIgnoreCase(owner)
                && (one.name().equalsIgnoreCase(name)
                    || one.is(Trait.RENAMED) && (one.name() + "-old").equalsIgnoreCase(name)))
        .findFirst();
  }

  Optional<Organization> organization(String login) {
    return organizations.stream().filter(one -> one.login().equalsIgnoreCase(login)).findFirst();
  }
}
