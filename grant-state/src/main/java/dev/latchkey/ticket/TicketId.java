package dev.latchkey.ticket;

import dev.latchkey.grant.Random256;
import java.util.Optional;

/**
 * The secret that entitles to a ticket: 256 random bits, base64url. Only its SHA-256 is in Redis.
 * It never prints itself.
 */
public record TicketId(String value) {

  public TicketId {
    if (!Random256.isForm(value)) {
      throw new IllegalArgumentException("not a ticket's id");
    }
  }

  public static TicketId random() {
    return new TicketId(Random256.draw());
  }

  /** Reads what a caller shows; empty if we cannot have made it. */
  public static Optional<TicketId> parse(String sent) {
    return Random256.isForm(sent) ? Optional.of(new TicketId(sent)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "TicketId[redacted]";
  }
}
