package dev.latchkey.fleet.statistics;

/**
 * How requests ended, for counting.
 *
 * @param status 0 where there was no answer, or where good pages led a person to no decision
 * @param code an error code, or words of ours
 */
public record Outcome(int status, String code) implements Comparable<Outcome> {

  /** Due, and still in our own queue at the end. */
  public static final Outcome UNSENT = new Outcome(0, "not sent by the end");

  /** Sent, and nothing came until the end. */
  public static final Outcome UNANSWERED = new Outcome(0, "unanswered at the end");

  /** A person for whom no browser was free until the end. */
  public static final Outcome NOT_BEGUN = new Outcome(0, "not begun by the end");

  /** Whether the server could know of it. What it could not is no load on it either. */
  public boolean isSent() {
    return !equals(UNSENT) && !equals(NOT_BEGUN);
  }

  public String label() {
    return status == 0 ? code : status + " " + code;
  }

  @Override
  public int compareTo(Outcome other) {
    return label().compareTo(other.label());
  }
}
