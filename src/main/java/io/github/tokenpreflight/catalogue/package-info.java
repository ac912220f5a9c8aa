/// What GitHub documents about scopes, permissions and endpoints, as data with source and date.
@NullMarked
package io.github.tokenpreflight.catalogue;

import org.jspecify.annotations.NullMarked;
