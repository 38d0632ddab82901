package dev.latchkey.chaos.book;

/**
 * One request.
 *
 * @param sent in nanoseconds of the run, as all times
 * @param over when its answer came, or was given up
 */
public record Moment(Ask ask, long sent, long over, Came came) {

  /** In words. */
  public String what() {
    return ask + " " + came;
  }
}
