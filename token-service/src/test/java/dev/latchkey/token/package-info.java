/** Fixtures: the tables of other services, and requests as a device sends them. */
@NullMarked
package dev.latchkey.token;

import org.jspecify.annotations.NullMarked;
