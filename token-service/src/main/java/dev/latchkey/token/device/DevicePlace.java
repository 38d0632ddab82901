package dev.latchkey.token.device;

import java.time.temporal.Temporal;
import java.util.UUID;

/**
 * Where a device stands in a list.
 *
 * @param key what the {@link DeviceOrder} sorts by
 */
public record DevicePlace(Temporal key, UUID id) {}
