package io.github.tokenpreflight.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A user's role in an organization, in the words of GET /user/memberships/orgs/{org}.
public enum OrganizationRole {
  MEMBER,
  ADMIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(OrganizationRole other) {
    return compareTo(other) >= 0;
  }

  public static Optional<OrganizationRole> parse(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(OrganizationRole::word).toList();
  }
}
