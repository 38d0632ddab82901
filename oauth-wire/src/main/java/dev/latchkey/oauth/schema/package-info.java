/**
 * The tables of a service when its process starts: it makes them itself, waits until another has
 * made them, or makes them and ends. ADR 0027.
 */
@NullMarked
package dev.latchkey.oauth.schema;

import org.jspecify.annotations.NullMarked;
