package dev.latchkey.ui.devices;

import dev.latchkey.ticket.DeviceName;
import dev.latchkey.ui.origin.ShortAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linked device as its person sees it.
 *
 * @param ownName what the person calls it; empty if they never said
 * @param claimedName what it calls itself, not verified; empty if it does not
 * @param claimedModel likewise
 * @param client the kind of device, as registered
 * @param network where it was last seen
 */
record MyDevice(
    UUID id,
    String ownName,
    String claimedName,
    String claimedModel,
    String client,
    Instant linkedAt,
    Instant lastSeenAt,
    String network) {

  /**
   * @param client empty if the registry does not know the client any more
   */
  static MyDevice of(LinkedDeviceRow row, Optional<String> client) {
    return new MyDevice(
        row.id,
        row.ownName == null ? "" : row.ownName,
        seen(row.deviceName),
        seen(row.deviceModel),
        client.orElse(row.clientId),
        // As <time> wants it.
        row.createdAt.truncatedTo(ChronoUnit.SECONDS),
        row.lastSeenAt.truncatedTo(ChronoUnit.SECONDS),
        ShortAddress.of(row.seenFrom()));
  }

  /** What to call it: as its person does, else as it does itself, else by its kind. */
  public String title() {
    if (!ownName.isEmpty()) {
      return ownName;
    }
    return claimedName.isEmpty() ? client : claimedName;
  }

  /** Whether the title is only what the device says of itself. */
  public boolean titleIsClaimed() {
    return ownName.isEmpty() && !claimedName.isEmpty();
  }

  /** Without the characters that are not seen but change what is seen. */
  private static String seen(@Nullable String claimed) {
    return Optional.ofNullable(claimed)
        .flatMap(DeviceName::parse)
        .map(DeviceName::value)
        .orElse("");
  }
}
