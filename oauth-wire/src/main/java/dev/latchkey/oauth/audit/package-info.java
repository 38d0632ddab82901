/**
 * Where audit events go. Which events there are is each service's own {@code Audit} class; all of
 * them are listed in {@code docs/audit-events.md}.
 */
@NullMarked
package dev.latchkey.oauth.audit;

import org.jspecify.annotations.NullMarked;
