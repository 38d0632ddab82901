package dev.latchkey.token.refresh;

import dev.latchkey.token.device.RefreshToken;

/**
 * A genuine refresh token that somebody shows.
 *
 * @param address the network address they show it from
 */
record Showing(RefreshToken token, String address) {}
