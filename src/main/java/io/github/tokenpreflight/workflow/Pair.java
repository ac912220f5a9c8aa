package io.github.tokenpreflight.workflow;

/// A name and its value, as under `with:` and `env:`.
public record Pair(Text name, Text value) {}
