package io.github.tokenpreflight.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A user's role in a repository, weakest first; each includes the ones before it.
///
/// Source: GitHub docs, "Repository roles for an organization", and the keys of `permissions` in
/// GET /repos/{owner}/{repo} (recorded).
public enum Role {
  PULL,
  TRIAGE,
  PUSH,
  MAINTAIN,
  ADMIN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  public static Optional<Role> parse(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Role::word).toList();
  }
}
