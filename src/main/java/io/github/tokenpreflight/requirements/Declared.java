package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.source.Span;

/// A value together with the place where it was written.
public record Declared<T>(T value, Span span) {}
