package dev.latchkey.authz.enrolment;

import java.time.OffsetDateTime;

/**
 * Where an item stands in a list whose newest come first.
 *
 * @param at when it was made, to the microsecond, as PostgreSQL has it
 * @param id tells those of the same time apart
 */
public record Place<I>(OffsetDateTime at, I id) {}
