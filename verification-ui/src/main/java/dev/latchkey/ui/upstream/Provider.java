package dev.latchkey.ui.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An OpenID provider as its settings have it, checked.
 *
 * @param name in addresses and settings
 * @param issuer the {@code iss} of its tokens
 * @param label for people
 * @param connectTimeout how long it may take to accept a connection
 * @param readTimeout how long it may take to answer
 */
public record Provider(
    String name,
    String issuer,
    String clientId,
    Optional<String> clientSecret,
    String label,
    List<String> scopes,
    String groupsClaim,
    boolean trustEmail,
    Duration connectTimeout,
    Duration readTimeout) {

  public Provider {
    scopes = List.copyOf(scopes);
  }

  /** Where a sign-in begins. */
  public String path() {
    return "/login/" + name;
  }

  /** Where the provider sends the browser back to. */
  String callbackPath() {
    return path() + "/callback";
  }

  /** The longest that one step may take. */
  Duration patience() {
    return connectTimeout.plus(readTimeout);
  }

  @Override
  public String toString() {
    return "Provider[" + name + "]";
  }
}
