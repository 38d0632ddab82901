package dev.latchkey.oauth.client;

import java.net.URI;

/** Where the public keys of a {@code private_key_jwt} client are (RFC 7591 section 2). */
public sealed interface ClientKeys {

  /**
   * Registered with the client.
   *
   * @param json a JWK Set (RFC 7517 section 5)
   */
  record Inline(String json) implements ClientKeys {}

  /** Fetched from the client's own server, which may change them. */
  record At(URI uri) implements ClientKeys {}
}
