package dev.latchkey.oauth.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a client authenticates ({@code token_endpoint_auth_method}, RFC 7591 section 2). */
public enum AuthenticationMethod {
  /** A public client: it only names itself. */
  NONE,
  CLIENT_SECRET_BASIC,
  CLIENT_SECRET_POST,
  /** RFC 7523 section 2.2, OpenID Connect Core section 9. */
  PRIVATE_KEY_JWT;

  /** The registered name, for example {@code client_secret_basic}. */
  public String registeredName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AuthenticationMethod> of(String registeredName) {
    return Arrays.stream(values())
        .filter(method -> method.registeredName().equals(registeredName))
        .findFirst();
  }
}
