/**
 * What every service does alike when it asks PostgreSQL: a deadline, a bound, one exception; and
 * for how long it goes by what it was told.
 */
@NullMarked
package dev.latchkey.oauth.store;

import org.jspecify.annotations.NullMarked;
