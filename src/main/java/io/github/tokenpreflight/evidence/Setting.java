package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.GitHubHost;
import io.github.tokenpreflight.requirements.RepositoryName;
import java.util.Optional;

/// Where a check takes place and how far it may go.
///
/// @param repository the repository that the job runs for, which stands in where none is declared
/// @param showLogin whether GET /user is worth a request even when no login is declared
public record Setting(
    GitHubHost host, Optional<RepositoryName> repository, ProbeLevel probes, boolean showLogin) {
  /// Whether anything but the lead may be asked.
  boolean asks() {
    return probes.includes(ProbeLevel.READ);
  }

  /// The same, with the consent to write probes.
  public Setting withWrites() {
    return new Setting(host, repository, ProbeLevel.WRITES, showLogin);
  }

  /// The same, but without the consent to write probes.
  Setting withoutWrites() {
    return probes == ProbeLevel.WRITES
        ? new Setting(host, repository, ProbeLevel.READ, showLogin)
        : this;
  }
}
