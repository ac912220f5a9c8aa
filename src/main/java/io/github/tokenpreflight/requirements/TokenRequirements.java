package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.token.TokenKind;
import java.util.List;
import java.util.Optional;

/// Everything that is required of one token. Each requirement knows where it stands.
///
/// @param name the environment variable that holds the token
public record TokenRequirements(
    Declared<String> name,
    Purpose purpose,
    Identity identity,
    ExpiryRequirement expires,
    Access access,
    Forbidden forbidden,
    List<RateLimitRequirement> rateLimits,
    Effects effects) {
  public TokenRequirements {
    rateLimits = List.copyOf(rateLimits);
  }

  /// What people should know when it fails.
  public record Purpose(Optional<String> why, Optional<String> owner, List<String> usedBy) {
    public Purpose {
      usedBy = List.copyOf(usedBy);
    }
  }

  /// Which kinds are allowed (empty: any) and whose token it must be.
  public record Identity(List<Declared<TokenKind>> kinds, Optional<Declared<String>> login) {
    public Identity {
      kinds = List.copyOf(kinds);
    }
  }

  /// What the token must be able to do.
  public record Access(
      List<RepositoryRequirement> repositories,
      List<PermissionRequirement> permissions,
      List<Declared<String>> scopes,
      List<EndpointRequirement> endpoints,
      List<OrganizationRequirement> organizations) {
    public Access {
      repositories = List.copyOf(repositories);
      permissions = List.copyOf(permissions);
      scopes = List.copyOf(scopes);
      endpoints = List.copyOf(endpoints);
      organizations = List.copyOf(organizations);
    }
  }

  /// What the token must not be able to do.
  public record Forbidden(List<Declared<String>> scopes, List<PermissionRequirement> permissions) {
    public Forbidden {
      scopes = List.copyOf(scopes);
      permissions = List.copyOf(permissions);
    }
  }

  /// What too much power does, and whether findings fail the job at all.
  ///
  /// @param excess absent means [Effect#ALLOW]: nothing was required
  /// @param enforce [Effect#FAIL], or [Effect#WARN] to report only
  public record Effects(Optional<Declared<Effect>> excess, Effect enforce) {}
}
