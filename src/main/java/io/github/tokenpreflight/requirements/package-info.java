/// From the text of a requirements file to typed requirements.
@NullMarked
package io.github.tokenpreflight.requirements;

import org.jspecify.annotations.NullMarked;
