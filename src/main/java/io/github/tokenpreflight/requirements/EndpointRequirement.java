package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.source.Span;

/// A call that the workflow makes.
///
/// @param method in upper case
/// @param path starts with `/`; concrete, or with `{owner}/{repo}` and `{org}` as place-holders
public record EndpointRequirement(String method, String path, Span span) {
  /// `METHOD /path`, as written.
  public String line() {
    return method + " " + path;
  }
}
