package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.AuditedEvent;
import java.time.Instant;

/**
 * An event that a webhook has not taken, and is not sent any more.
 *
 * @param failure a word for what was wrong last
 */
public record DeadLetter(AuditedEvent event, int attempts, Instant diedAt, String failure) {}
