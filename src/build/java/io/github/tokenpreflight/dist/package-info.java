/// Makes `target/dist`: the program, a Java runtime and their class cache, in one folder. Nothing
/// of this ships; `docs/decisions/0006-runtime-image.md` says why it is made this way.
@NullMarked
package io.github.tokenpreflight.dist;

import org.jspecify.annotations.NullMarked;
