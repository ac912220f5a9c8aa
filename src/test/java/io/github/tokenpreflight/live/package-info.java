/// Holds what we only infer about GitHub against the real GitHub: `.ci/live`.
@NullMarked
package io.github.tokenpreflight.live;

import org.jspecify.annotations.NullMarked;
