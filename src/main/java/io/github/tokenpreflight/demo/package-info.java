/// An embedded stand-in for GitHub and the stories it tells.
@NullMarked
package io.github.tokenpreflight.demo;

import org.jspecify.annotations.NullMarked;
