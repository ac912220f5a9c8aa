package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.source.Span;

/// A call that the workflow makes.
///
/// @param endpoint what GitHub documents about it
/// @param path starts with `/`; concrete, or with `{owner}/{repo}` and `{org}` as place-holders
public record EndpointRequirement(Endpoint endpoint, String path, Span span) {
  /// `METHOD /path`, as written.
  public String line() {
    return endpoint.method() + " " + path;
  }
}
