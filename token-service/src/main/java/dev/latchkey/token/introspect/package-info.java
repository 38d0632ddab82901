/**
 * The introspection endpoint (RFC 7662), by which an API asks whether an access token is still
 * live. Which clients may ask for which API is the registry's.
 */
@NullMarked
package dev.latchkey.token.introspect;

import org.jspecify.annotations.NullMarked;
