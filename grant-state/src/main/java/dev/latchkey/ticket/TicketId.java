package dev.latchkey.ticket;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret that entitles to a ticket: 256 random bits, base64url. Only its SHA-256 is in Redis.
 * It never prints itself.
 */
public record TicketId(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public TicketId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a ticket's id");
    }
  }

  public static TicketId random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new TicketId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads what a caller shows; empty if we cannot have made it. */
  public static Optional<TicketId> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new TicketId(sent)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "TicketId[redacted]";
  }
}
