package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.GitAdvertisement.Service;
import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.RepositoryName;
import java.util.Optional;

/// The questions that can be put to one GitHub. The same requirement always makes the same
/// question, so that nothing is asked twice and a check finds its answer again.
public record Questions(GitHubHost host) {
  /// Settles validity, scopes, expiry and budgets; free of charge.
  ///
  /// Source: GitHub docs, "Rate limits for the REST API" (documented): needs no permission and does
  /// not count against the primary limit.
  public Question rateLimit() {
    return Question.get(host.api("/rate_limit"), "validity, kind, scopes, expiry and budgets");
  }

  /// Whose token it is. Refused for installation tokens (recorded).
  public Question user() {
    return Question.get(host.api("/user"), "whose token it is");
  }

  /// Proves that an installation token is alive where rate limits are off.
  public Question installation() {
    return Question.get(
        host.api("/installation/repositories?per_page=1"), "whether the token is alive");
  }

  /// Whether a repository is in reach, who may see it, and the role of the user behind the token.
  public Question repository(RepositoryName name) {
    return Question.get(
        host.api("/repos/" + name.owner() + "/" + name.name()),
        "whether " + name + " is in reach, its visibility, and the user's role");
  }

  /// Whether Git would let the token pull.
  public Question pull(RepositoryName name) {
    return git(name, Service.UPLOAD_PACK, "whether Git lets it pull " + name);
  }

  /// Whether Git would let the token push. Nothing is pushed: the answer is cut after its start.
  public Question push(RepositoryName name) {
    return git(name, Service.RECEIVE_PACK, "whether Git lets it push to " + name);
  }

  /// Whether the user behind the token is a member of an organization, and in which role.
  public Question membership(String organization) {
    return Question.get(
        host.api("/user/memberships/orgs/" + organization), "membership of " + organization);
  }

  /// A GET endpoint at a place, with the smallest answer it can give.
  ///
  /// @param template with no place-holders but `{owner}`, `{repo}`, `{org}` and `{ref}`
  public Question endpoint(String template, Target target, String why) {
    return Question.get(host.api(target.path(template) + "?per_page=1"), why);
  }

  /// A POST endpoint at a place, with a body that must be rejected.
  public Question rejectedPost(String template, Target target, String why) {
    return Question.rejectedPost(
        host.api(target.path(template)), why + ", by a write that GitHub must reject");
  }

  private Question git(RepositoryName name, Service service, String why) {
    return new Question(
        "GET",
        host.gitAdvertisement(name.owner(), name.name(), service),
        why,
        Question.Door.GIT,
        Optional.empty());
  }
}
