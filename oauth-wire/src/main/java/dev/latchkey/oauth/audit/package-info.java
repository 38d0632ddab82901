/**
 * Where audit events go, and how one is written. Which events there are is each service's own
 * {@code Audit} class; all of them are listed in {@code docs/audit-events.md}. How they get from
 * the stream into PostgreSQL is device-authz-service's.
 */
@NullMarked
package dev.latchkey.oauth.audit;

import org.jspecify.annotations.NullMarked;
