package dev.latchkey.oauth.origin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What programs call at the public origin, under every path that it has (DESIGN section 3). */
public enum Endpoint {
  /** RFC 8628 section 3.1. */
  DEVICE_AUTHORIZATION,
  /** RFC 6749 section 3.2. */
  TOKEN,
  /** RFC 7009. */
  REVOCATION,
  /** RFC 7662. */
  INTROSPECTION,
  /** OpenID Connect Core section 5.3. */
  USERINFO;

  /** The endpoint at that path, if it is one. */
  public static Optional<Endpoint> at(String path) {
    return Arrays.stream(values()).filter(endpoint -> endpoint.paths().contains(path)).findFirst();
  }

  /** Under which the metadata name it. */
  public String path() {
    return paths().getFirst();
  }

  /** All of them; those of WSO2 Identity Server, which we stand in for, come last. */
  public List<String> paths() {
    return switch (this) {
      case DEVICE_AUTHORIZATION -> List.of("/oauth/device/code", "/oauth2/device_authorize");
      case TOKEN -> List.of("/oauth/token", "/oauth2/token");
      case REVOCATION -> List.of("/oauth/revoke", "/oauth2/revoke");
      case INTROSPECTION -> List.of("/oauth/introspect", "/oauth2/introspect");
      case USERINFO -> List.of("/userinfo", "/oauth2/userinfo");
    };
  }

  /** The methods it takes, for a preflight, which reaches no resource. */
  public String methods() {
    return switch (this) {
      case DEVICE_AUTHORIZATION, TOKEN, REVOCATION, INTROSPECTION -> "POST";
      case USERINFO -> "GET, HEAD, POST";
    };
  }

  /** Whether clients authenticate there; userinfo takes a token instead. */
  public boolean authenticatesClients() {
    return switch (this) {
      case DEVICE_AUTHORIZATION, TOKEN, REVOCATION, INTROSPECTION -> true;
      case USERINFO -> false;
    };
  }
}
