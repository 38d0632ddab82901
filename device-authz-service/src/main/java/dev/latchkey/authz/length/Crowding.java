package dev.latchkey.authz.length;

import dev.latchkey.live.CodeSpace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From how many live codes of a kind on there are too many. */
final class Crowding {

  /** What other pods issue before this one hears of it must fit into the rest. */
  private static final double FULL = 0.9;

  private static final long FEWEST_GUESSES = 1_000;
  private static final long MOST_GUESSES = 1_000_000_000;

  private final long guesses;

  /** Each start asks, and there are few kinds of codes. */
  private final Map<CodeSpace, Long> most = new ConcurrentHashMap<>();

  Crowding(CodeLengthConfig config) {
    this.guesses = config.guesses();
    if (guesses < FEWEST_GUESSES || guesses > MOST_GUESSES) {
      throw new IllegalArgumentException(
          "latchkey.code-length.guesses is from %d to %d".formatted(FEWEST_GUESSES, MOST_GUESSES));
    }
  }

  boolean isReached(CodeSpace space, long live) {
    return live >= FULL * most(space);
  }

  /** How many may be live, at the very most. */
  long most(CodeSpace space) {
    return most.computeIfAbsent(space, kind -> kind.most(guesses));
  }
}
