/// From bytes to a tree of mappings, lists and scalars that know where they stand.
@NullMarked
package io.github.tokenpreflight.tree;

import org.jspecify.annotations.NullMarked;
