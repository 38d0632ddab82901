package dev.latchkey.fleet.scenario;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What people make of the codes that they see.
 *
 * @param approved share of codes
 * @param denied share of codes; nobody looks at the rest
 * @param after how long at least somebody takes, from the codes on
 * @param within how much longer it may take
 */
public record Fates(double approved, double denied, Duration after, Duration within) {

  public static final Fates NOBODY = new Fates(0, 0, Duration.ZERO, Duration.ZERO);

  /** What happens to one code. */
  public enum Fate {
    APPROVED,
    DENIED,
    IGNORED
  }

  public Fate draw(RandomGenerator random) {
    var lot = random.nextDouble();
    return lot < approved ? Fate.APPROVED : lot < approved + denied ? Fate.DENIED : Fate.IGNORED;
  }

  /** In nanoseconds after the codes came. */
  public long delay(RandomGenerator random) {
    return after.toNanos() + (long) (random.nextDouble() * within.toNanos());
  }

  public boolean needPeople() {
    return approved + denied > 0;
  }
}
