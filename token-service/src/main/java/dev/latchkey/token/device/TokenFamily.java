package dev.latchkey.token.device;

import java.time.Duration;

/**
 * A linked device with the state of its refresh token, as it was when it was read. All ages are by
 * PostgreSQL's clock, which also wrote the times: no service's own clock counts.
 *
 * @param secretKid the secret that the current refresh token is made with
 * @param generation how often the refresh token has been rotated, plus one
 * @param currentUsed whether the current generation has been shown to us
 * @param lateReplay whether the generation before it was served once more, long after it was
 *     replaced
 * @param age since the device was linked
 * @param sinceRotation since the current generation was made
 * @param idle since the family was last used, to the second
 */
public record TokenFamily(
    LinkedDevice device,
    String secretKid,
    long generation,
    boolean currentUsed,
    boolean lateReplay,
    boolean revoked,
    Duration age,
    Duration sinceRotation,
    Duration idle) {

  /** The refresh token that is current. */
  public RefreshToken current() {
    return new RefreshToken(secretKid, device.id(), generation);
  }
}
