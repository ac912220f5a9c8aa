package io.github.tokenpreflight.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One REST endpoint and what a token needs for it.
///
/// @param method upper case, for example `GET`
/// @param path the template, for example `/repos/{owner}/{repo}/releases`
/// @param listing where GitHub's reference lists it
/// @param grants what fine-grained and app tokens need
/// @param classicScopes what classic tokens need by GitHub's text; absent where the text is silent
/// @param recorded what the headers of recorded answers said
public record Endpoint(
    String method,
    String path,
    Listing listing,
    Grants grants,
    Optional<ClassicScopes> classicScopes,
    Recorded recorded) {

  /// Whether a kind of token works at an endpoint at all.
  public enum Support {
    YES,
    NO,
    UNKNOWN
  }

  /// How several permissions that GitHub lists for one endpoint combine.
  public enum Combination {
    /// There is nothing to combine, or GitHub's table is taken as it stands.
    AS_LISTED,
    ANY_OF,
    ALL_OF,
    /// Holding all of them suffices; one alone perhaps.
    UNVERIFIED
  }

  /// How well the permission sets are known.
  public enum Certainty {
    /// Taken as they are from GitHub's tables.
    LISTED,
    /// GitHub's text for this endpoint or a sibling settles how the permissions combine.
    DOCUMENTED,
    /// The header of a published answer says the same.
    RECORDED,
    /// Our own reading.
    INFERRED
  }

  /// Whom an endpoint lets in by GitHub's text, before any scope or permission counts.
  public enum Admission {
    /// The text leaves nobody out: what counts is the support of each kind, and scopes.
    ANY,
    /// Tokens of GitHub Apps, no classic and no OAuth token.
    APPS_ONLY,
    /// The JWT of a GitHub App, or the id and secret of an OAuth app; no token at all.
    APP_CREDENTIALS,
    /// Requests without any token.
    NOBODY;

    /// Whether classic and OAuth tokens are refused.
    public boolean refusesScoped() {
      return this != ANY;
    }

    /// Whether tokens of every kind are refused.
    public boolean refusesAll() {
      return this == APP_CREDENTIALS || this == NOBODY;
    }
  }

  /// Who can use an endpoint.
  ///
  /// @param role the role that the user needs
  public record Callers(RequiredRole role, Admission admission) {}

  /// Where GitHub's reference lists an endpoint, and what it says of its callers.
  ///
  /// @param operationId of GitHub's OpenAPI description, for example `repos/create-release`
  /// @param category of the REST reference, for example `releases`
  /// @param disputed whether measured answers contradict the tables, so that an answer proves
  ///   nothing
  public record Listing(
      Optional<String> operationId,
      Optional<String> category,
      boolean enterpriseCloudOnly,
      boolean deprecated,
      boolean disputed,
      Callers callers) {}

  /// What fine-grained and app tokens need.
  ///
  /// @param fineGrained whether fine-grained personal access tokens work
  /// @param installation whether installation tokens work; `GITHUB_TOKEN` is one
  /// @param appUser whether user access tokens of GitHub Apps work
  /// @param sets any-of sets for fine-grained tokens; empty where they do not work or none are
  ///   known
  /// @param appSets any-of sets for app tokens: their own, or those of fine-grained tokens
  /// @param basis how the sets are known
  public record Grants(
      Support fineGrained,
      Support installation,
      Support appUser,
      List<PermissionSet> sets,
      List<PermissionSet> appSets,
      Basis basis) {
    public Grants {
      sets = List.copyOf(sets);
      appSets = List.copyOf(appSets);
    }
  }

  /// How the permission sets are known.
  public record Basis(Combination combination, Certainty certainty) {}

  /// What the headers of recorded answers said; absent where none was recorded.
  ///
  /// @param scopes any-of list of `X-Accepted-OAuth-Scopes`; empty: no particular scope. Recordings
  ///   span 2010 to 2026, old ones may be out of date, and GET endpoints of repositories often name
  ///   `repo` although public repositories need no scope
  /// @param permissions any-of sets of `X-Accepted-GitHub-Permissions`
  public record Recorded(
      Optional<List<String>> scopes, Optional<List<PermissionSet>> permissions) {}

  /// Method and template, for example `GET /repos/{owner}/{repo}`.
  public String signature() {
    return method + " " + path;
  }

  /// Whom the endpoint lets in at all.
  public Admission admission() {
    return listing.callers().admission();
  }

  /// What a path that this endpoint answers has in the place of a place-holder such as `{owner}`;
  /// absent where the template has none of that name.
  public Optional<String> value(String path, String placeHolder) {
    String[] template = this.path.split("/", -1);
    String[] written = path.split("/", -1);
    int at = Arrays.asList(template).indexOf(placeHolder);
    return at >= 0 && at < written.length ? Optional.of(written[at]) : Optional.empty();
  }

  /// Whether some sufficient set, for any kind of token, asks for the permission at exactly this
  /// level.
  public boolean needs(String permission, Level level) {
    return level != Level.NONE
        && (asks(grants.sets(), permission, level) || asks(grants.appSets(), permission, level));
  }

  private static boolean asks(List<PermissionSet> sets, String permission, Level level) {
    return sets.stream().anyMatch(set -> set.level(permission) == level);
  }
}
