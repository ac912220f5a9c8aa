/// Nothing secret leaves the house.
@NullMarked
package io.github.tokenpreflight.redact;

import org.jspecify.annotations.NullMarked;
