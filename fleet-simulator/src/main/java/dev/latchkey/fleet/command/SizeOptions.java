package dev.latchkey.fleet.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How much, how long, how fast; all of it bounded. */
final class SizeOptions {

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "1000",
      description = "virtual devices, at most 1,000,000 (default ${DEFAULT-VALUE})")
  int devices;

  @Option(
      names = "--duration",
      paramLabel = "SPAN",
      defaultValue = "60s",
      description = "when no more is sent, at most 6h (default ${DEFAULT-VALUE})")
  Duration duration = Duration.ZERO;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "devices switched on per second, at random moments, at most 50,000; 0: so many that all"
              + " are on after about 10 s (default ${DEFAULT-VALUE})")
  double rate;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "event loops to share the fleet, at most 64; one is good for some ten thousand requests"
              + " a second (default ${DEFAULT-VALUE})")
  int threads;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "at most so many at the same time, at most 60,000, and one for each of --threads at least;"
              + " 0: 256, or one for each device where polls are held (default ${DEFAULT-VALUE})")
  int connections;

  @Option(
      names = "--timeout",
      paramLabel = "SPAN",
      defaultValue = "10s",
      description = "how long a device waits for an answer, at most 5m (default ${DEFAULT-VALUE})")
  Duration timeout = Duration.ZERO;

  @Option(
      names = "--rehearse",
      paramLabel = "SPAN",
      defaultValue = "2s",
      description =
          "before the run, drive a server inside this process so long, so that our own start is not"
              + " charged to yours; at most 60s (default ${DEFAULT-VALUE})")
  Duration rehearse = Duration.ZERO;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of all randomness: the same seed, the same fleet (default ${DEFAULT-VALUE})")
  long seed;
}
