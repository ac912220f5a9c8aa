/// Many repositories judged at once: what their files declare, what their workflows use.
@NullMarked
package io.github.tokenpreflight.audit;

import org.jspecify.annotations.NullMarked;
