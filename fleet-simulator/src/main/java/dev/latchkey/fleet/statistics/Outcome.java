package dev.latchkey.fleet.statistics;

import dev.latchkey.fleet.device.Later;
import dev.latchkey.fleet.device.Silence;
import java.util.Set;

/**
 * How requests ended, for counting.
 *
 * @param status 0 where there was no answer, or where good pages led a person to no decision
 * @param code an error code, or words of ours
 */
public record Outcome(int status, String code) implements Comparable<Outcome> {

  /** Due, and still in our own queue at the end. */
  public static final Outcome UNSENT = new Outcome(0, "not sent by the end");

  /** Due, and forgotten by its device before its turn came. */
  public static final Outcome GIVEN_UP = new Outcome(0, "given up in the queue");

  /** Not answered yet, as it was asked to be. */
  public static final Outcome HELD = new Outcome(0, "still held at the end");

  /** Sent, and nothing came until the end. */
  public static final Outcome UNANSWERED = new Outcome(0, "unanswered at the end");

  /** A person for whom no browser was free until the end. */
  public static final Outcome NOT_BEGUN = new Outcome(0, "not begun by the end");

  private static final Set<Outcome> INTENDED = Set.of(HELD, new Outcome(0, Silence.DROPPED.code()));
  private static final Set<Outcome> UNSEEN = Set.of(UNSENT, GIVEN_UP, NOT_BEGUN);

  /** Whether the server could know of it. What it could not is no load on it either. */
  public boolean isSent() {
    return !UNSEEN.contains(this);
  }

  /**
   * Whether there was no answer, or one for overload, and nobody wanted it so. A slow_down is an
   * answer to a poll, though some servers give it the status 429, and to nothing else.
   */
  public boolean isFailure(Kind kind) {
    return status == 0
        ? !INTENDED.contains(this)
        : Later.isSaidBy(status) && !(kind.isPoll() && code.equals("slow_down"));
  }

  public String label() {
    return status == 0 ? code : status + " " + code;
  }

  @Override
  public int compareTo(Outcome other) {
    return label().compareTo(other.label());
  }
}
