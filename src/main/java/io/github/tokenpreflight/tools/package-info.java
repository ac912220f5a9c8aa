/// What well-known actions and tools need of a token.
@NullMarked
package io.github.tokenpreflight.tools;

import org.jspecify.annotations.NullMarked;
