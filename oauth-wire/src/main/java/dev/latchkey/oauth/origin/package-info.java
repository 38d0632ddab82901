/**
 * Who we are on the network, and who is calling: the public origin, what is served there, and the
 * client's address; and what is for a developer's machine alone.
 */
@NullMarked
package dev.latchkey.oauth.origin;

import org.jspecify.annotations.NullMarked;
