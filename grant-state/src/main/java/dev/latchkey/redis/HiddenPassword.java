package dev.latchkey.redis;

import java.net.ConnectException;
import java.util.regex.Pattern;

/**
 * The Redis client names servers in its failures as it was told of them, password included. Logs
 * are no place for that.
 */
final class HiddenPassword {

  /** Passwords in addresses are encoded, so none has an {@code @} or a slash. */
  private static final Pattern WHO = Pattern.compile("(rediss?://)[^@/\\s]*@");

  private HiddenPassword() {}

  /** The failure, or one that says the same without who we are. */
  static Throwable in(Throwable failure) {
    var message = failure.getMessage();
    if (message == null) {
      return failure;
    }
    var hidden = WHO.matcher(message).replaceAll("$1");
    return hidden.equals(message) ? failure : new ConnectException(hidden);
  }
}
