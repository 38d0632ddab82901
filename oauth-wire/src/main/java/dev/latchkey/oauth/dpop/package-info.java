/**
 * Proofs that a request was made by the holder of a key (DPoP, RFC 9449). What a token or grant is
 * bound to is decided where tokens and grants are made.
 */
@NullMarked
package dev.latchkey.oauth.dpop;

import org.jspecify.annotations.NullMarked;
