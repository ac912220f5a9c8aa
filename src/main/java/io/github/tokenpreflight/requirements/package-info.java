/// From the text of a requirements file to typed wishes.
@NullMarked
package io.github.tokenpreflight.requirements;

import org.jspecify.annotations.NullMarked;
