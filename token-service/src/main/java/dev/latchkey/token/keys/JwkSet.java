package dev.latchkey.token.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A JWK Set (RFC 7517 section 5) of public keys.
 *
 * @param json the same for the same keys
 */
record JwkSet(String json) {

  static JwkSet of(List<PublishedKey> keys) {
    return new JwkSet(
        new JsonWebKeySet(keys.stream().map(JwkSet::jwk).toList())
            .toJson(OutputControlLevel.PUBLIC_ONLY));
  }

  /** A strong validator: of the content, so that all replicas agree. */
  String etag() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static JsonWebKey jwk(PublishedKey key) {
    try {
      var jwk = PublicJsonWebKey.Factory.newPublicJwk(key.publicKey());
      jwk.setKeyId(key.record().kid());
      jwk.setUse("sig");
      jwk.setAlgorithm(key.record().algorithm().jwa());
      return jwk;
    } catch (JoseException e) {
      throw new IllegalStateException("not a key that JWK knows: " + key.record(), e);
    }
  }
}
