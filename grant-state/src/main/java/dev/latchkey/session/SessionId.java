package dev.latchkey.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in the session cookie: 256 random bits, base64url. Only its SHA-256 is in Redis. It
 * never prints itself.
 */
public record SessionId(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public SessionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a session id");
    }
  }

  public static SessionId random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads a cookie; empty if we cannot have set it. */
  public static Optional<SessionId> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new SessionId(sent)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "SessionId[redacted]";
  }
}
