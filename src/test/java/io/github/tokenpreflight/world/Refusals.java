package io.github.tokenpreflight.world;

/// The sentences of GitHub's refusals, as `facts.md` lists them.
final class Refusals {
  private Refusals() {}

  static Reply of(World.Policy policy, String organization) {
    String org = "`" + organization + "`";
    return switch (policy) {
      case SAML ->
          Reply.refused(
                  403,
                  "Resource protected by organization SAML enforcement. You must grant your Personal"
                      + " Access token access to this organization.")
              .with(
                  "X-GitHub-SSO",
                  "required; url=https://github.com/orgs/"
                      + organization
                      + "/sso?authorization_request=A1");
      case NO_CLASSIC ->
          Reply.refused(
              403,
              org
                  + " forbids access via a personal access token (classic). Please use a GitHub"
                  + " App, OAuth App, or a personal access token with fine-grained permissions.");
      case NO_FINE_GRAINED ->
          Reply.refused(
              403,
              "The '"
                  + organization
                  + "' organization forbids access via a fine-grained personal access tokens");
      case SHORT_LIFE ->
          Reply.refused(
              403,
              "The '"
                  + organization
                  + "' organization forbids access via a fine-grained personal access tokens if"
                  + " the token's lifetime is greater than 366 days. Please adjust your token's"
                  + " lifetime at the following URL:"
                  + " https://github.com/settings/personal-access-tokens/1");
      case IP_LIST ->
          Reply.refused(
              403,
              "Although you appear to have the correct authorization credentials, the "
                  + org
                  + " organization has an IP allow list enabled, and your IP address is not"
                  + " permitted to access this resource.");
    };
  }

  /// The user lacks a role. What organizations say was not recorded.
  static String role(Place place) {
    return place instanceof Place.InOrganization
        ? "You must be an organization owner to do that."
        : "Must have admin rights to Repository.";
  }

  static Reply switchedOff(String path) {
    if (path.contains("/issues")) {
      return Reply.refused(410, "Issues are disabled for this repo");
    }
    return path.contains("code-scanning")
        ? Reply.refused(403, "Code scanning is not enabled for this repository.")
        : Reply.notFound();
  }

  static boolean isPublic(Place place) {
    return place instanceof Place.InRepository(World.Repository repository)
        && repository.isPublic();
  }
}
