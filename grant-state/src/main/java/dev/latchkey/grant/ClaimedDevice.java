package dev.latchkey.grant;

import org.jspecify.annotations.Nullable;

/**
 * What a device says of itself when it asks for a code. Nothing here is verified; pages show it as
 * claimed. Each at most {@value #LONGEST} {@link Characters}.
 */
public record ClaimedDevice(
    @Nullable String name,
    @Nullable String model,
    @Nullable String serial,
    @Nullable String appVersion) {

  public static final int LONGEST = 64;

  public static final ClaimedDevice SILENT = new ClaimedDevice(null, null, null, null);
}
