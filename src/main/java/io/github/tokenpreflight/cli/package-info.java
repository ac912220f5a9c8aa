/// The rim: wiring and effects.
@NullMarked
package io.github.tokenpreflight.cli;

import org.jspecify.annotations.NullMarked;
