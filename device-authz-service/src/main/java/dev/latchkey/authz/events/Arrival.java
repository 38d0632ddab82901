package dev.latchkey.authz.events;

import dev.latchkey.audit.AuditEntry;

/** An event that has come by the stream. */
record Arrival(AuditEntry entry, AuditedEvent event) {}
