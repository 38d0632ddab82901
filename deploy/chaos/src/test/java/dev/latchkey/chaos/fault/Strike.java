package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.book.Came;
import java.time.Duration;
import java.util.Map;

/**
 * What came of a fault, once.
 *
 * @param counts requests from its beginning until all was well, by what came of them
 * @param gap the longest time in which nobody was served who asked for the same
 * @param recovery until the last request was sent that came to trouble
 * @param recovered whether that was within the stated time
 */
public record Strike(
    String name,
    Map<Came, Integer> counts,
    Duration gap,
    Duration recovery,
    Duration limit,
    boolean recovered) {

  public Strike {
    counts = Map.copyOf(counts);
  }
}
