package dev.latchkey.token.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as this service sees them.
 *
 * @param id the {@code sub} of tokens; never reused
 */
public record Account(
    UUID id,
    String username,
    String name,
    @Nullable String email,
    boolean emailVerified,
    boolean disabled,
    Instant updatedAt) {}
