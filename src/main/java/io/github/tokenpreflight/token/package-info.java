/// The secret and its outward shape.
@NullMarked
package io.github.tokenpreflight.token;

import org.jspecify.annotations.NullMarked;
