/** What an administrator may do to signing keys, and what everybody else may not. */
@NullMarked
package dev.latchkey.token.keys.admin;

import org.jspecify.annotations.NullMarked;
