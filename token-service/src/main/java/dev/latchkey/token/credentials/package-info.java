/**
 * The client credentials grant (RFC 6749 section 4.4): tokens for a client that acts for itself,
 * which here means administration. What the tokens open is with each service's admin resources.
 */
@NullMarked
package dev.latchkey.token.credentials;

import org.jspecify.annotations.NullMarked;
