package dev.latchkey.oauth.client;

import dev.latchkey.oauth.jose.ClientSignature;
import dev.latchkey.oauth.jose.RsaStrength;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of a client (RFC 7517 section 5). Those that we cannot read are left out, and RSA
 * keys that are too weak, or made to cost us time.
 */
record KeySet(List<PublicJsonWebKey> keys) {

  /** An assertion without a key id is tried with so many keys: a signature check takes time. */
  private static final int MOST_TRIED = 3;

  KeySet {
    keys = List.copyOf(keys);
  }

  static KeySet none() {
    return new KeySet(List.of());
  }

  /** Empty if the text is no JWK Set. */
  static Optional<KeySet> parse(String json) {
    try {
      return Optional.of(
          new KeySet(
              new JsonWebKeySet(json)
                  .getJsonWebKeys().stream()
                      .filter(PublicJsonWebKey.class::isInstance)
                      .map(PublicJsonWebKey.class::cast)
                      .filter(KeySet::isReasonable)
                      .toList()));
    } catch (JoseException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static boolean isReasonable(PublicJsonWebKey key) {
    return !(key instanceof RsaJsonWebKey rsa) || RsaStrength.isReasonable(rsa.getRsaPublicKey());
  }

  /** Whether there is a key of that id, whatever it is for. */
  boolean has(String kid) {
    return keys.stream().anyMatch(key -> kid.equals(key.getKeyId()));
  }

  /** The keys that may have signed the assertion. */
  List<PublicKey> fitting(ClientAssertion assertion) {
    return keys.stream()
        .filter(key -> assertion.kid().map(kid -> kid.equals(key.getKeyId())).orElse(true))
        .filter(key -> fits(key, assertion.algorithm()))
        .limit(MOST_TRIED)
        .map(PublicJsonWebKey::getPublicKey)
        .toList();
  }

  /** What a key says of its own purpose is binding (RFC 7517 sections 4.2 to 4.4). */
  private static boolean fits(PublicJsonWebKey key, ClientSignature algorithm) {
    return key.getKeyType().equals(algorithm.keyType())
        && (key.getUse() == null || key.getUse().equals("sig"))
        && (key.getKeyOps() == null || key.getKeyOps().contains("verify"))
        && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm.registeredName()));
  }
}
