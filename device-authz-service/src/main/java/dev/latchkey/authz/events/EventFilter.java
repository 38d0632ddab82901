package dev.latchkey.authz.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted: those that fit all that is not null, the newest first.
 *
 * @param name of the event
 * @param from the first moment
 * @param to the first moment no more
 * @param olderThan the event that comes right before them
 * @param most how many at most
 */
public record EventFilter(
    @Nullable String client,
    @Nullable String subject,
    @Nullable String grant,
    @Nullable String name,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID olderThan,
    int most) {}
