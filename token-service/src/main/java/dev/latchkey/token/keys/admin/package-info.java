/** {@code /admin/keys}: signing keys in the hands of an administrator. */
@NullMarked
package dev.latchkey.token.keys.admin;

import org.jspecify.annotations.NullMarked;
