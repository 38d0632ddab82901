package dev.latchkey.authz.switches;

import dev.latchkey.oauth.switches.KillSwitch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kill switch that is thrown.
 *
 * @param source who says so: {@code file} or {@code admin}
 * @param by the client of the administrator; null if it was the file
 */
public record ThrownSwitch(KillSwitch what, String source, Instant since, @Nullable String by) {}
