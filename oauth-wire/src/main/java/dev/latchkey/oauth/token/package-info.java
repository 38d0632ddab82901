/**
 * Verifying our own access tokens (RFC 9068 section 4), for the endpoints that take one. Minting
 * them is token-service's.
 */
@NullMarked
package dev.latchkey.oauth.token;

import org.jspecify.annotations.NullMarked;
