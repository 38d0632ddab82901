/**
 * The audit log: takes the events of all services from the stream in Redis into PostgreSQL, where
 * they are for as long as the operator wants (ADR 0017). The table {@code registry.audit_event} is
 * its own. Which events there are is in {@code docs/audit-events.md}.
 */
@NullMarked
package dev.latchkey.authz.events;

import org.jspecify.annotations.NullMarked;
