/// A stand-in for GitHub that is told what is true, and stories and random worlds that are judged.
@NullMarked
package io.github.tokenpreflight.world;

import org.jspecify.annotations.NullMarked;
