/**
 * Sends audit events to the webhooks that the registry file declares (ADR 0023). What is to be sent
 * is a row of {@code registry.webhook_delivery}, which the statement that stores the event makes;
 * here the rows are taken, posted as signed CloudEvents and deleted. {@code docs/webhooks.md} is
 * for whoever receives them.
 *
 * <pre>
 * (event stored) -> WAITING --2xx--> (deleted)
 *                    |   ^
 *                    |   `--an administrator tries again-- DEAD
 *                    `--too old, or 410----------------------^
 * </pre>
 */
@NullMarked
package dev.latchkey.authz.webhooks;

import org.jspecify.annotations.NullMarked;
