package dev.latchkey.session;

import dev.latchkey.grant.Random256;
import java.util.Optional;

/**
 * The secret in the session cookie: 256 random bits, base64url. Only its SHA-256 is in Redis. It
 * never prints itself.
 */
public record SessionId(String value) {

  public SessionId {
    if (!Random256.isForm(value)) {
      throw new IllegalArgumentException("not a session id");
    }
  }

  public static SessionId random() {
    return new SessionId(Random256.draw());
  }

  /** Reads a cookie; empty if we cannot have set it. */
  public static Optional<SessionId> parse(String sent) {
    return Random256.isForm(sent) ? Optional.of(new SessionId(sent)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "SessionId[redacted]";
  }
}
