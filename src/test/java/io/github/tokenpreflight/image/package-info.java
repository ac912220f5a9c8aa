/// Tests of the container image, after `./mvnw -Pimage package` has made it.
@NullMarked
package io.github.tokenpreflight.image;

import org.jspecify.annotations.NullMarked;
