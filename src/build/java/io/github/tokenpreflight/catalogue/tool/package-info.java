/// Makes the shipped tables from the collected data, and the collected data from GitHub's own.
@NullMarked
package io.github.tokenpreflight.catalogue.tool;

import org.jspecify.annotations.NullMarked;
