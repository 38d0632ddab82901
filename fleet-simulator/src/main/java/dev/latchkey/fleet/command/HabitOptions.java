package dev.latchkey.fleet.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What happens to devices, and how well they keep the rules. */
final class HabitOptions {

  @Option(
      names = "--within",
      paramLabel = "SPAN",
      description =
          "in this span: with burst, all devices are switched on; with reboot, all restart"
              + " (burst: ${DEFAULT-VALUE})")
  @Nullable Duration within;

  @Option(
      names = "--at",
      paramLabel = "SPAN",
      defaultValue = "0s",
      description = "when that begins, before --duration is over (default ${DEFAULT-VALUE})")
  Duration at = Duration.ZERO;

  @Option(
      names = "--reboot",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "pending devices lose their codes and start again (default ${DEFAULT-VALUE})")
  boolean reboot;

  @Option(
      names = "--come-back",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description =
          "a device that is done starts again as a new one; one whose code ran out always does"
              + " (default ${DEFAULT-VALUE})")
  boolean comeBack;

  @Option(
      names = "--share",
      paramLabel = "0..1",
      defaultValue = "1",
      description =
          "of the devices that have what the next options say; the others are faultless"
              + " (default ${DEFAULT-VALUE})")
  double share;

  @Option(
      names = "--clock-error",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "timers run so much too fast, or with a minus too slow (default ${DEFAULT-VALUE})")
  double clockError;

  @Option(
      names = "--poll-every",
      paramLabel = "SPAN",
      description = "the device's own idea of the interval, instead of the server's")
  @Nullable Duration pollEvery;

  @Option(
      names = "--ignore-slow-down",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "false",
      description = "slow_down and Retry-After change nothing (default ${DEFAULT-VALUE})")
  boolean ignoreSlowDown;

  @Option(
      names = "--lost-share",
      paramLabel = "0..1",
      defaultValue = "0",
      description =
          "of requests, whose connection drops when they are sent, or when the answer comes"
              + " (default ${DEFAULT-VALUE})")
  double lostShare;

  @Option(
      names = "--bytes-per-second",
      paramLabel = "N",
      defaultValue = "0",
      description = "how fast a request's form trickles in; 0: at once (default ${DEFAULT-VALUE})")
  int bytesPerSecond;

  @Option(
      names = "--wait",
      paramLabel = "SPAN",
      defaultValue = "0s",
      description =
          "ask the server to hold polls so long (Prefer: wait, RFC 7240), in whole seconds, at most"
              + " 60s; 0s: do not (default ${DEFAULT-VALUE})")
  Duration wait = Duration.ZERO;

  @Option(
      names = "--addresses",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "claim so many client addresses of 198.18.0.0/15 by X-Forwarded-For, at most 131,072; the"
              + " server must trust this machine as a proxy; 0: none (default ${DEFAULT-VALUE})")
  int addresses;
}
