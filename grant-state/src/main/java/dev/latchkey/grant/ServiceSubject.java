package dev.latchkey.grant;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The subject of devices that belong to nobody's account, but to a service, such as {@code
 * service:lobby-screens}. No account has such an id, those are UUIDs; nor has a client, see RFC
 * 9068 section 5.
 *
 * @param name of the service, as the operator calls it
 */
public record ServiceSubject(String name) {

  /** What a subject begins with that is one. */
  private static final String PREFIX = "service:";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public ServiceSubject {
    if (!isName(name)) {
      throw new IllegalArgumentException("not the name of a service");
    }
  }

  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Reads a {@code sub}; empty if it is an account's. */
  public static Optional<ServiceSubject> of(String subject) {
    return subject.startsWith(PREFIX)
        ? Optional.of(new ServiceSubject(subject.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** The {@code sub} of tokens. */
  @Override
  public String toString() {
    return PREFIX + name;
  }
}
