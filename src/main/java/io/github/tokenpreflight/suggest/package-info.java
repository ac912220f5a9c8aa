/// From the workflows of a checkout to what their tokens must be able to do.
@NullMarked
package io.github.tokenpreflight.suggest;

import org.jspecify.annotations.NullMarked;
