package dev.latchkey.fleet.statistics;

/**
 * How many devices are where, and how many requests wait.
 *
 * @param off not yet switched on
 * @param polling pending grants, as the devices see it
 * @param linked with tokens that they keep fresh
 * @param ended without more to do
 * @param inFlight sent and not answered
 * @param queued due, and waiting for a connection of ours
 */
public record Census(
    int off, int starting, int polling, int linked, int ended, int inFlight, int queued) {

  public static final Census NOTHING = new Census(0, 0, 0, 0, 0, 0, 0);

  public Census plus(Census other) {
    return new Census(
        off + other.off,
        starting + other.starting,
        polling + other.polling,
        linked + other.linked,
        ended + other.ended,
        inFlight + other.inFlight,
        queued + other.queued);
  }
}
