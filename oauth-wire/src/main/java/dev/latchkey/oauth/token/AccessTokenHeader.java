package dev.latchkey.oauth.token;

import java.util.Optional;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** What an access token says of its signature, before anything of it is believed. */
record AccessTokenHeader(String kid, String algorithm) {

  /** What tells an access token from any other JWT of ours (RFC 9068 sections 2.1 and 4). */
  private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

  /** Reads the header; empty if it is not that of an access token. */
  static Optional<AccessTokenHeader> of(String token) {
    try {
      var jws = new JsonWebSignature();
      jws.setCompactSerialization(token);
      // As objects: for what is no string, the getters of strings throw.
      var header = jws.getHeaders();
      return header.getObjectHeaderValue("typ") instanceof String type
              && TYPES.contains(type)
              && header.getObjectHeaderValue("kid") instanceof String kid
              && header.getObjectHeaderValue("alg") instanceof String algorithm
              && header.getObjectHeaderValue("crit") == null
          ? Optional.of(new AccessTokenHeader(kid, algorithm))
          : Optional.empty();
    } catch (JoseException e) {
      return Optional.empty();
    }
  }
}
