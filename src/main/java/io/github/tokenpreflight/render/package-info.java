/// One report, several voices.
@NullMarked
package io.github.tokenpreflight.render;

import org.jspecify.annotations.NullMarked;
