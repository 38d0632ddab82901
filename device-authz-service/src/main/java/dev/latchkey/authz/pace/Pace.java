package dev.latchkey.authz.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long an interval becomes under pressure. */
final class Pace {

  private static final int ALL = 100;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST = 12;

  /** Devices that asked together must not poll together: so much may come on top. */
  private static final double JITTER = 0.2;

  private final int from;
  private final int most;
  private final Duration longest;

  Pace(PaceConfig config) {
    if (config.from() < 1 || config.from() >= ALL) {
      throw new IllegalArgumentException("latchkey.pace.from is from 1 to 99");
    }
    if (config.most() < 1 || config.most() > MOST) {
      throw new IllegalArgumentException("latchkey.pace.most is from 1 to " + MOST);
    }
    if (config.longest().compareTo(LONGEST) > 0 || config.longest().toMillisPart() > 0) {
      throw new IllegalArgumentException(
          "latchkey.pace.longest is whole seconds, %d at most".formatted(LONGEST.toSeconds()));
    }
    this.from = config.from();
    this.most = config.most();
    this.longest = config.longest();
  }

  /**
   * The interval to tell, in whole seconds if it is another than the client's own.
   *
   * @param own the client's; never less than that
   * @param percent how busy the token service is
   */
  Duration interval(Duration own, int percent, RandomGenerator random) {
    if (percent <= from || most == 1) {
      return own;
    }
    var share = (double) (Math.min(percent, ALL) - from) / (ALL - from);
    var stretched = own.toMillis() * (1 + (most - 1) * share);
    // Near the limit it is drawn from below that: there more than ever devices are to part.
    var least =
        Math.max((double) own.toMillis(), Math.min(stretched, longest.toMillis() / (1 + JITTER)));
    var span = Math.min(least * JITTER, longest.toMillis() - least);
    var raised = Duration.ofSeconds(Math.round((least + span * random.nextDouble()) / 1_000));
    return raised.compareTo(own) > 0 ? raised : own;
  }
}
