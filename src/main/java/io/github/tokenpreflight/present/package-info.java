/// One audit in many forms: console, JSON, and what people and programs read elsewhere.
@NullMarked
package io.github.tokenpreflight.present;

import org.jspecify.annotations.NullMarked;
