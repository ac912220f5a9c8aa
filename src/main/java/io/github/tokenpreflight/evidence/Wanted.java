package io.github.tokenpreflight.evidence;

/// A requirement at one of its places, and how it is settled there.
///
/// @param requirement as the file declares it
public record Wanted<R>(R requirement, Target place, Inquiry inquiry) {}
