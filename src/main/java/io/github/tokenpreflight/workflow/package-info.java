/// Workflows and actions of GitHub, read for what they do with tokens.
@NullMarked
package io.github.tokenpreflight.workflow;

import org.jspecify.annotations.NullMarked;
