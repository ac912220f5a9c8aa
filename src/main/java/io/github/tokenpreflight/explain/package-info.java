/// Words of GitHub and of this program, explained offline.
@NullMarked
package io.github.tokenpreflight.explain;

import org.jspecify.annotations.NullMarked;
