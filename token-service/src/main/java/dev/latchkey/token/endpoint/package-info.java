/**
 * The token endpoint (RFC 6749 section 3.2): reads a request, hands it to its grant, and answers in
 * the shape the client's error profile wants.
 */
@NullMarked
package dev.latchkey.token.endpoint;

import org.jspecify.annotations.NullMarked;
