/// The text a person wrote, and places in it.
@NullMarked
package io.github.tokenpreflight.source;

import org.jspecify.annotations.NullMarked;
