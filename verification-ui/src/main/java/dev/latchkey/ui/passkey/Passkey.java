package dev.latchkey.ui.passkey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its person sees it.
 *
 * @param id how forms name it
 * @param credential how the authenticator names it, base64url
 * @param label the person's own name for it; may be empty
 * @param usedAt the last sign-in with it
 * @param backedUp it is kept by a provider too, and outlives the device
 */
public record Passkey(
    UUID id,
    String credential,
    String label,
    Instant createdAt,
    @Nullable Instant usedAt,
    boolean backedUp) {

  /** The day it was added, in UTC. */
  public LocalDate created() {
    return LocalDate.ofInstant(createdAt, ZoneOffset.UTC);
  }

  /** The day of the last sign-in with it, in UTC. */
  public @Nullable LocalDate used() {
    return usedAt == null ? null : LocalDate.ofInstant(usedAt, ZoneOffset.UTC);
  }
}
