/// Gathers repositories for an audit: from folders, from GitHub, and from a run before.
@NullMarked
package io.github.tokenpreflight.collect;

import org.jspecify.annotations.NullMarked;
