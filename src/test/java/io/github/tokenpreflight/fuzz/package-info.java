/// What all fuzz tests share; each of them lives beside the reader that it feeds.
@NullMarked
package io.github.tokenpreflight.fuzz;

import org.jspecify.annotations.NullMarked;
