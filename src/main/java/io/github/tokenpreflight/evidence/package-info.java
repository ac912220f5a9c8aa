/// What we asked about a token and what was answered.
@NullMarked
package io.github.tokenpreflight.evidence;

import org.jspecify.annotations.NullMarked;
