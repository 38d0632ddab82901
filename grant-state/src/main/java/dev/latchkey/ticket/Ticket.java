package dev.latchkey.ticket;

/**
 * One thing that one person wants done with their devices.
 *
 * @param subject the account that was signed in; what is done concerns its devices alone
 */
public record Ticket(String subject, DeviceAction action) {

  public Ticket {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a ticket of nobody");
    }
  }
}
