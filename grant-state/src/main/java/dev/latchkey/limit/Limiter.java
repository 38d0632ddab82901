package dev.latchkey.limit;

import io.smallrye.mutiny.Uni;

/**
 * Counts in sliding windows. What is limited is taken before it is tried and given back if it was
 * harmless, so that of many parallel tries no more than the limit come through. A subject is who is
 * counted, such as an address; only a digest of it is stored.
 */
public interface Limiter {

  /** Takes one, if there is one left. */
  Uni<LimitOutcome> take(Limit limit, String subject);

  /** Gives back exactly this one; whatever else the subject has used stays used. */
  Uni<Void> giveBack(Reservation reservation);

  /**
   * Counts one more, however many there are.
   *
   * @return how many there are in the window, with this one
   */
  default Uni<Long> count(Limit limit, String subject) {
    return count(limit, subject, 1);
  }

  /**
   * Counts so many more at once, 1 at least, however many there are.
   *
   * @return how many there are in the window, with these
   */
  Uni<Long> count(Limit limit, String subject, int more);

  /** How many there are in the window. */
  Uni<Long> counted(Limit limit, String subject);
}
