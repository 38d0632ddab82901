/** What every service does alike when it asks PostgreSQL: a deadline, a bound, one exception. */
@NullMarked
package dev.latchkey.oauth.store;

import org.jspecify.annotations.NullMarked;
