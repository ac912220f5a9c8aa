package io.github.tokenpreflight.audit;

import io.github.tokenpreflight.requirements.Declared;
import io.github.tokenpreflight.requirements.EndpointRequirement;
import io.github.tokenpreflight.requirements.ExpiryRequirement;
import io.github.tokenpreflight.requirements.PermissionRequirement;
import io.github.tokenpreflight.requirements.RepositoryRequirement;
import io.github.tokenpreflight.requirements.TokenRequirements;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One entry of a requirements file, as the inventory keeps it: words, no places but its own.
///
/// @param file the requirements file, from the root of the repository
/// @param line in it
public record DeclaredToken(
    String name, Purpose purpose, Power power, Limits limits, String file, int line) {

  /// What people should know of it; empty texts for what is not declared.
  public record Purpose(String why, String owner, List<String> usedBy) {
    public Purpose {
      usedBy = List.copyOf(usedBy);
    }
  }

  /// What it must be able to do.
  ///
  /// @param kinds empty for any
  /// @param permissions the highest declared level by API name
  /// @param endpoints `METHOD /path`
  /// @param repositories `owner/name: role`, and `owner/name` where only a permission names it
  /// @param organizations their logins
  public record Power(
      List<String> kinds,
      List<String> scopes,
      Map<String, String> permissions,
      List<String> endpoints,
      List<String> repositories,
      List<String> organizations) {
    public Power {
      kinds = List.copyOf(kinds);
      scopes = List.copyOf(scopes);
      permissions = Collections.unmodifiableMap(new TreeMap<>(permissions));
      endpoints = List.copyOf(endpoints);
      repositories = List.copyOf(repositories);
      organizations = List.copyOf(organizations);
    }
  }

  /// How long it must and may live, in hours, 0 for what is not declared, and the requests it
  /// needs.
  ///
  /// @param never what a token without expiry does, empty for not declared
  /// @param rateLimits `core: 500`
  public record Limits(
      long failWithinHours,
      long warnWithinHours,
      long atMostHours,
      String never,
      List<String> rateLimits) {
    public Limits {
      rateLimits = List.copyOf(rateLimits);
    }
  }

  /// Takes the words out of an entry.
  public static DeclaredToken of(TokenRequirements token, String file) {
    return new DeclaredToken(
        token.name().value(),
        purpose(token),
        power(token),
        limits(token),
        file,
        token.name().span().line());
  }

  private static Purpose purpose(TokenRequirements token) {
    return new Purpose(
        token.purpose().why().orElse(""),
        token.purpose().owner().orElse(""),
        token.purpose().usedBy());
  }

  private static Power power(TokenRequirements token) {
    Map<String, String> permissions = new TreeMap<>();
    for (PermissionRequirement wanted : token.access().permissions()) {
      permissions.merge(
          wanted.permission().value().name(),
          wanted.level().value().wireName(),
          (one, other) -> Needs.level(one).includes(Needs.level(other)) ? one : other);
    }
    return new Power(
        token.identity().kinds().stream().map(kind -> kind.value().word()).toList(),
        token.access().scopes().stream().map(Declared::value).sorted().toList(),
        permissions,
        token.access().endpoints().stream().map(EndpointRequirement::line).sorted().toList(),
        repositories(token.access()),
        token.access().organizations().stream()
            .map(one -> one.organization().value())
            .sorted()
            .toList());
  }

  private static List<String> repositories(TokenRequirements.Access access) {
    Set<String> lines = new TreeSet<>();
    for (RepositoryRequirement one : access.repositories()) {
      lines.add(one.repository().value() + ": " + one.role().value().word());
    }
    for (PermissionRequirement permission : access.permissions()) {
      permission.on().forEach(on -> lines.add(on.value().toString()));
    }
    return List.copyOf(lines);
  }

  private static Limits limits(TokenRequirements token) {
    ExpiryRequirement expires = token.expires();
    return new Limits(
        hours(expires.failWithin()),
        hours(expires.warnWithin()),
        hours(expires.atMost()),
        expires.never().map(effect -> effect.value().word()).orElse(""),
        token.rateLimits().stream()
            .map(limit -> limit.resource().value() + ": " + limit.words())
            .toList());
  }

  private static long hours(Optional<Declared<Duration>> declared) {
    return declared.map(duration -> duration.value().toHours()).orElse(0L);
  }
}
