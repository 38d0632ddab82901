/**
 * Requests with an access token of ours: reading and verifying it (RFC 9068 section 4), holding it
 * to its key (RFC 9449 section 7) and refusing as the specifications say (RFC 6750 section 3).
 * Minting is token-service's.
 */
@NullMarked
package dev.latchkey.oauth.token;

import org.jspecify.annotations.NullMarked;
