/// The protocol of the GitHub Actions runner.
@NullMarked
package io.github.tokenpreflight.runner;

import org.jspecify.annotations.NullMarked;
