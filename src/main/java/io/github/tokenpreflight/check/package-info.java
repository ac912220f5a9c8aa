/// Judgement, without input or output: requirements and evidence to findings.
@NullMarked
package io.github.tokenpreflight.check;

import org.jspecify.annotations.NullMarked;
