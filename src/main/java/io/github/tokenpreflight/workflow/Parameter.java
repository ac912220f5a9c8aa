package io.github.tokenpreflight.workflow;

import java.util.Optional;

/// An input or a secret that a reusable workflow or an action takes.
///
/// @param fallback the value of `default:`, such as `${{ github.token }}`
public record Parameter(Text name, boolean required, Optional<Text> fallback) {}
