package io.github.tokenpreflight.github;

import java.util.Optional;

/// What a refusal means, decoded once by [RefusalDecoder].
///
/// @param organization the organization whose policy refuses, where the message names it
/// @param remedy the address that GitHub names for mending it, as GitHub named it; the single
///   sign-on address works for an hour and is meant for the user
/// @param message the message as received, cut to one line
public record Refusal(
    Meaning meaning, Optional<String> organization, Optional<String> remedy, String message) {

  /// Every refusal that is documented or was recorded.
  public enum Meaning {
    /// 401 `Bad credentials`: wrong, expired or revoked. To be believed only after retries.
    BAD_CREDENTIALS,
    /// 401 `Requires authentication`: no token arrived.
    REQUIRES_AUTHENTICATION,
    /// 401 in other words, which say neither that the token is wrong nor that none arrived. To be
    /// believed only after retries, and even then nothing is known (recorded).
    UNEXPLAINED_401,
    /// 401: GitHub took the value for the JSON web token that an app signs for itself, which is no
    /// access token (recorded). To be believed only after retries.
    JSON_WEB_TOKEN,
    /// Too many bad tokens were tried; even good ones are refused for a while.
    TOO_MANY_LOGINS,
    /// 401 with a one-time password challenge.
    ONE_TIME_PASSWORD,
    /// A scope is missing: the two scope headers have nothing in common.
    MISSING_SCOPE,
    /// `Resource not accessible by personal access token` or `by integration`.
    MISSING_PERMISSION,
    /// The user behind the token lacks the role.
    MISSING_ROLE,
    /// 404: not there, or hidden.
    NOT_FOUND,
    /// 404 with a recorded sentence about the thing itself (`Branch not protected`): the thing is
    /// absent. That only a token which was let in reads such a sentence is **inferred**.
    ABSENT,
    /// The plan of the place does not have the feature (published).
    PLAN,
    /// The feature is switched off in the place (published).
    FEATURE_OFF,
    /// A setting of the place forbids the act to any token of this kind (published).
    SETTING,
    /// Git says no (`Write access to repository not granted.`, `Permission to ... denied to ...`):
    /// the token's permission or the user's role is missing, and Git does not say which.
    GIT_DENIED,
    /// SAML single sign-on is not authorized for this token.
    SSO_REQUIRED,
    /// The organization forbids classic tokens.
    CLASSIC_FORBIDDEN,
    /// The organization forbids fine-grained tokens.
    FINE_GRAINED_FORBIDDEN,
    /// The token lives longer than the organization allows.
    LIFETIME_TOO_LONG,
    /// The organization has not approved the OAuth app.
    APP_RESTRICTED,
    /// The organization's IP allow list does not name this runner.
    IP_NOT_ALLOWED,
    /// The account behind the token is suspended.
    SUSPENDED,
    /// The primary rate limit is used up.
    PRIMARY_LIMIT,
    /// A secondary rate limit was hit.
    SECONDARY_LIMIT,
    /// Enterprise Server: `Rate limiting is not enabled.`
    LIMITS_OFF,
    /// The API version that was asked for is unknown or retired.
    API_VERSION,
    /// The `User-Agent` header is missing.
    USER_AGENT,
    /// 451: trade controls.
    TRADE_CONTROLS,
    /// 422 with a validation message: the caller would have been allowed to try.
    VALIDATION,
    /// 409, 410 and the like: the resource is in a state that has nothing to do with the token.
    RESOURCE_STATE,
    /// Nothing that is documented or was recorded; proves nothing.
    UNKNOWN;

    /// Whether time alone can mend it, so that nothing is concluded about the token.
    public boolean passing() {
      return this == PRIMARY_LIMIT || this == SECONDARY_LIMIT || this == TOO_MANY_LOGINS;
    }

    /// Whether it says nothing about what the token may do, although it says no: time mends it, or
    /// the token or the request is refused as such, which another answer must settle.
    public boolean besideThePoint() {
      return switch (this) {
        case BAD_CREDENTIALS,
            REQUIRES_AUTHENTICATION,
            UNEXPLAINED_401,
            JSON_WEB_TOKEN,
            ONE_TIME_PASSWORD,
            SUSPENDED,
            API_VERSION,
            USER_AGENT ->
            true;
        default -> passing();
      };
    }

    /// Whether the place is in a state that refuses everybody alike, so that it says nothing
    /// against the token.
    public boolean stateOfPlace() {
      return switch (this) {
        case PLAN, FEATURE_OFF, SETTING, RESOURCE_STATE -> true;
        default -> false;
      };
    }

    /// Whether it is the policy of an organization that refuses, not the power of the token.
    public boolean policy() {
      return switch (this) {
        case SSO_REQUIRED,
            CLASSIC_FORBIDDEN,
            FINE_GRAINED_FORBIDDEN,
            LIFETIME_TOO_LONG,
            APP_RESTRICTED,
            IP_NOT_ALLOWED ->
            true;
        default -> false;
      };
    }
  }
}
