package io.github.tokenpreflight.cli;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.github.GitHubHost;
import java.util.List;

/// Which GitHub is asked, or why its address cannot be used.
sealed interface Address {
  /// An address that can be used.
  record Usable(GitHubHost host) implements Address {}

  /// An address to mend.
  record Unusable(Finding error) implements Address {}

  /// The one that `api-url` names, else the one of the environment.
  static Address of(Io io, CheckOptions options) {
    boolean named = options.apiUrl().isPresent();
    String api = options.apiUrl().orElse(io.variable("GITHUB_API_URL"));
    String web = named ? "" : io.variable("GITHUB_SERVER_URL");
    return switch (GitHubHost.read(api, web)) {
      case GitHubHost.HostReading.Read(var host) -> new Usable(host);
      case GitHubHost.HostReading.Failed(var words) ->
          new Unusable(
              Finding.error(Rule.WRONG_INPUT, "the address of GitHub cannot be used")
                  .seen(named ? words.replace("GITHUB_API_URL", "api-url") : words)
                  .help("set `api-url`, for instance `https://github.example.com/api/v3`"));
    };
  }

  /// What is wrong with it.
  default List<Finding> errors() {
    return this instanceof Unusable(Finding error) ? List.of(error) : List.of();
  }
}
