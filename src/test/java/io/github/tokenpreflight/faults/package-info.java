/// Everything that can go wrong on the way to GitHub and back: one row each, in both protocols.
@NullMarked
package io.github.tokenpreflight.faults;

import org.jspecify.annotations.NullMarked;
