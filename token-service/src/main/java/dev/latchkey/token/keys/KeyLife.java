package dev.latchkey.token.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a key changes its state.
 *
 * @param retiresAt null as long as no successor is planned
 * @param goneAt null exactly if {@code retiresAt} is
 */
public record KeyLife(
    Instant createdAt, Instant activatesAt, @Nullable Instant retiresAt, @Nullable Instant goneAt) {

  /** The state at that moment; whoever has the row and the time agrees on it. */
  public KeyState state(Instant now) {
    if (reached(goneAt, now)) {
      return KeyState.GONE;
    }
    if (reached(retiresAt, now)) {
      return KeyState.RETIRING;
    }
    return reached(activatesAt, now) ? KeyState.ACTIVE : KeyState.PENDING;
  }

  private static boolean reached(@Nullable Instant moment, Instant now) {
    return moment != null && !now.isBefore(moment);
  }
}
