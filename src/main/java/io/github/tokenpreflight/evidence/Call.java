package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.requirements.RepositoryName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A declared call at one place.
///
/// @param path with `{owner}`, `{repo}` and `{org}` filled in
public record Call(EndpointRequirement requirement, Target target, String path) {
  /// A path that is an address as it stands and does not leave its place.
  private static final Pattern PLAIN =
      Pattern.compile("(/(?!\\.{1,2}(/|$))[\\w.~:@!$&'()*+,;=-]+)+");

  private static final Pattern WORKFLOW_FILE =
      Pattern.compile(
          "(?i)/repos/[^/]+/[^/]+/contents(?:/|%2f)+(?:\\.|%2e)github(?:/|%2f)+workflows(?:/|%2f)");

  /// The calls that a declared line stands for: one for each place that its place-holders can mean;
  /// none when the line needs a place and nothing says which.
  public static List<Call> of(EndpointRequirement requirement, Places places) {
    return targets(requirement, places).stream()
        .map(target -> new Call(requirement, target, target.path(requirement.path())))
        .toList();
  }

  /// What GitHub documents about it.
  public Endpoint endpoint() {
    return requirement.endpoint();
  }

  /// Whether the call changes something.
  boolean writes() {
    return !endpoint().method().equals("GET");
  }

  /// Whether it changes a file that runs as a workflow, which needs more than other files do.
  boolean changesWorkflow() {
    return writes() && WORKFLOW_FILE.matcher(path).lookingAt();
  }

  /// Whether an organization or a team of its own and a repository are both concerned: what is
  /// needed of the one says nothing about the other.
  boolean hasTwoPlaces() {
    return endpoint().path().contains("{repo}")
        && (endpoint().path().contains("{org}") || endpoint().path().contains("{team_id}"));
  }

  /// Whether it may change such a file, depending on what it is called with.
  boolean mayChangeWorkflow() {
    return !changesWorkflow()
        && (!endpoint().path().endsWith("/contents/{path}") || path.endsWith("/{path}"))
        && endpoint().grants().sets().stream()
            .anyMatch(set -> set.level("workflows") != Level.NONE);
  }

  /// Whether asking the call itself is harmless and needs nothing but a place.
  boolean harmless() {
    return !writes()
        && !hasTwoPlaces()
        && !Unaskable.contains(endpoint().path())
        && PLAIN.matcher(path).matches()
        && (Probes.placeable(endpoint().path(), Permission.Target.REPOSITORY)
            || Probes.placeable(endpoint().path(), Permission.Target.ORGANIZATION)
            || Probes.placeable(endpoint().path(), Permission.Target.USER));
  }

  /// Method and path, as a person would call it.
  public String line() {
    return endpoint().method() + " " + path;
  }

  private static List<Target> targets(EndpointRequirement requirement, Places places) {
    Endpoint known = requirement.endpoint();
    String path = requirement.path();
    Optional<String> owner = known.value(path, "{owner}");
    Optional<String> name = known.value(path, "{repo}");
    Optional<String> organization = known.value(path, "{org}");
    if (owner.isPresent() && name.isPresent()) {
      return isPlaceHolder(owner.get()) || isPlaceHolder(name.get())
          ? places.repositories().stream().<Target>map(Target.Repository::new).toList()
          : List.of(new Target.Repository(new RepositoryName(owner.get(), name.get())));
    }
    if (organization.isPresent()) {
      return isPlaceHolder(organization.get())
          ? places.organizations().stream().<Target>map(Target.Organization::new).toList()
          : List.of(new Target.Organization(organization.get()));
    }
    return List.of(new Target.User());
  }

  private static boolean isPlaceHolder(String segment) {
    return segment.startsWith("{");
  }
}
