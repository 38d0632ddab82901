/**
 * People who come in: who they are, where they go from there, and whose page it is. The ways to
 * come in are in login, passkey and upstream.
 */
@NullMarked
package dev.latchkey.ui.entry;

import org.jspecify.annotations.NullMarked;
