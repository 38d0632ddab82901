package dev.latchkey.fleet.wire;

import java.time.Duration;

/**
 * What the fleet may take of the network.
 *
 * @param connections at most at the same time, in one slice of the fleet
 * @param timeout from sending to the answer; the time a poll may be held comes on top
 * @param insecure whether any certificate is good enough
 */
public record WireLimits(int connections, Duration timeout, boolean insecure) {}
