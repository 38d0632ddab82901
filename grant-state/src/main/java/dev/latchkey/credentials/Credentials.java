package dev.latchkey.credentials;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who we are for Redis.
 *
 * @param user an ACL user; without one Redis's own {@code default}
 * @param password its password or token; null if none is needed
 * @param until when the password ends, if that is known
 */
public record Credentials(
    @Nullable String user, @Nullable String password, @Nullable Instant until) {

  /** Nobody in particular. */
  public static final Credentials NONE = new Credentials(null, null, null);

  boolean areThose(Credentials others) {
    return Objects.equals(user, others.user) && Objects.equals(password, others.password);
  }

  @Override
  public String toString() {
    return "Credentials[" + user + ", redacted]";
  }
}
