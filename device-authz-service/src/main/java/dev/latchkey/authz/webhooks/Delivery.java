package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.AuditedEvent;

/**
 * An event that this replica has to send now.
 *
 * @param attempt which one it is, from 1 on
 */
record Delivery(AuditedEvent event, int attempt) {}
