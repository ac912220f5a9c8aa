package io.github.tokenpreflight.finding;

/// A request that was sent and what came back, so that the reader can ask again.
///
/// @param request method and full address, never with a secret in it
/// @param answer status and message as received, or why there was none
/// @param requestId GitHub's `x-github-request-id`, empty when none was sent
public record Proof(String request, String answer, String requestId) {}
