package dev.latchkey.token.device;

import java.util.UUID;

/**
 * What a refresh token says, before its MAC makes it one. Not a secret by itself.
 *
 * @param secretKid names the secret of the MAC
 * @param family the linked device
 * @param generation 1 for the first
 */
public record RefreshToken(String secretKid, UUID family, long generation) {

  /** The refresh token that a device gets when it is linked. */
  public static RefreshToken first(String secretKid, LinkedDevice device) {
    return new RefreshToken(secretKid, device.id(), 1);
  }

  /** The one that replaces it, made with a secret that may be a newer one. */
  public RefreshToken next(String newKid) {
    return new RefreshToken(newKid, family, generation + 1);
  }
}
