package dev.latchkey.limit;

/**
 * One that was taken of what a limit allows. Whoever holds it may give it back once.
 *
 * @param subject whose; may be an address, so it does not print itself
 * @param slice of the window that it counts in
 */
public record Reservation(Limit limit, String subject, long slice) {

  @Override
  public String toString() {
    return "Reservation[" + limit.name() + "]";
  }
}
