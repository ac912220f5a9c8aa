/// What we tell people: rules, verdicts and findings.
@NullMarked
package io.github.tokenpreflight.finding;

import org.jspecify.annotations.NullMarked;
