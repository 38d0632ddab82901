package dev.latchkey.token.device;

import java.util.UUID;

/**
 * What a refresh token says, before its MAC makes it one. Not a secret by itself.
 *
 * @param secretKid names the secret of the MAC
 * @param family the linked device
 * @param generation 1 for the first
 */
public record RefreshToken(String secretKid, UUID family, long generation) {}
