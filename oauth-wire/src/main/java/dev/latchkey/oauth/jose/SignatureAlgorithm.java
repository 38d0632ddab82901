package dev.latchkey.oauth.jose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * How a client may sign, and the keys that fit it (RFC 7518 section 3.1, RFC 8037). Neither {@code
 * none} nor an HMAC, whose key would be a secret that we do not keep.
 */
public enum SignatureAlgorithm {
  ES256("ES256", EllipticCurveJsonWebKey.KEY_TYPE, "P-256"),
  RS256("RS256", RsaJsonWebKey.KEY_TYPE, ""),
  PS256("PS256", RsaJsonWebKey.KEY_TYPE, ""),
  ED25519("EdDSA", OctetKeyPairJsonWebKey.KEY_TYPE, OctetKeyPairJsonWebKey.SUBTYPE_ED25519);

  private final String registeredName;
  private final String keyType;
  private final String curve;

  SignatureAlgorithm(String registeredName, String keyType, String curve) {
    this.registeredName = registeredName;
    this.keyType = keyType;
    this.curve = curve;
  }

  /** The algorithm of that {@code alg}; whatever is no text is none. */
  public static Optional<SignatureAlgorithm> of(@Nullable Object registeredName) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.registeredName.equals(registeredName))
        .findFirst();
  }

  /** Every {@code alg}, for the metadata. */
  public static List<String> names() {
    return Arrays.stream(values()).map(SignatureAlgorithm::registeredName).toList();
  }

  /** The value of {@code alg}, for example {@code EdDSA}. */
  public String registeredName() {
    return registeredName;
  }

  /** The {@code kty} of its keys. */
  public String keyType() {
    return keyType;
  }

  /** The {@code crv} of its keys; empty for RSA, which has none. */
  public String curve() {
    return curve;
  }
}
