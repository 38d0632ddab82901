package dev.latchkey.token.device;

import java.util.Optional;

/**
 * How many belong to a list, of those that were looked through.
 *
 * @param end where that ended; empty if there is nothing behind it
 */
record DeviceCount(long matching, Optional<DevicePlace> end) {}
