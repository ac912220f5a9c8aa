/// The only room with a door to the network.
@NullMarked
package io.github.tokenpreflight.github;

import org.jspecify.annotations.NullMarked;
