package io.github.tokenpreflight.requirements;

import java.util.Optional;

/// Membership of an organization, and single sign-on there.
///
/// @param role `member` or `admin`
/// @param sso whether the token must be authorized for single sign-on
public record OrganizationRequirement(
    Declared<String> organization,
    Optional<Declared<OrganizationRole>> role,
    Optional<Declared<Boolean>> sso) {}
