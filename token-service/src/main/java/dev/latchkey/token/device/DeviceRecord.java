package dev.latchkey.token.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a device that somebody approved, for whoever administers; nothing of it is a
 * secret.
 *
 * @param ownName what its person calls it
 * @param lastAddress where it was last seen; null if not since it was linked
 * @param revocation the name of a {@link Revocation}; null while it is linked
 */
public record DeviceRecord(
    LinkedDevice device,
    @Nullable String ownName,
    @Nullable String lastAddress,
    Instant linkedAt,
    Instant lastSeenAt,
    @Nullable Instant revokedAt,
    @Nullable String revocation) {

  public DeviceState state() {
    return revokedAt == null ? DeviceState.LINKED : DeviceState.REVOKED;
  }
}
