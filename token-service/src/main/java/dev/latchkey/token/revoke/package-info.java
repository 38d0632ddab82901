/**
 * Taking back what was given: unlinking devices, whoever asks for it, and the revocation endpoint
 * (RFC 7009).
 */
@NullMarked
package dev.latchkey.token.revoke;

import org.jspecify.annotations.NullMarked;
