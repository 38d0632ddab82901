/** A server of the operator's, as tests have it (docs/actions.md). */
@NullMarked
package dev.latchkey.hooks;

import org.jspecify.annotations.NullMarked;
