package dev.latchkey.oauth.token;

import java.util.Arrays;
import java.util.Optional;

/** How a request shows its access token (RFC 6750 section 2.1, RFC 9449 section 7.1). */
enum AuthorizationScheme {
  BEARER("Bearer"),
  DPOP("DPoP");

  private final String registeredName;

  AuthorizationScheme(String registeredName) {
    this.registeredName = registeredName;
  }

  /** The scheme that the value of an Authorization header begins with; they know no case. */
  static Optional<AuthorizationScheme> of(String authorization) {
    var end = authorization.indexOf(' ');
    var named = end < 0 ? authorization : authorization.substring(0, end);
    return Arrays.stream(values())
        .filter(scheme -> scheme.registeredName.equalsIgnoreCase(named))
        .findFirst();
  }

  String registeredName() {
    return registeredName;
  }
}
