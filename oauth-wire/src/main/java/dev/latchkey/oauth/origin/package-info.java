/** Who we are on the network, and who is calling: the public origin and the client's address. */
@NullMarked
package dev.latchkey.oauth.origin;

import org.jspecify.annotations.NullMarked;
