package dev.latchkey.oauth.dpop;

import java.util.Arrays;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/** A signature algorithm that proofs may have, and the keys that fit it (RFC 7518, RFC 8037). */
enum ProofAlgorithm {
  ES256("ES256", EllipticCurveJsonWebKey.KEY_TYPE, "P-256"),
  RS256("RS256", RsaJsonWebKey.KEY_TYPE, ""),
  PS256("PS256", RsaJsonWebKey.KEY_TYPE, ""),
  ED25519("EdDSA", OctetKeyPairJsonWebKey.KEY_TYPE, OctetKeyPairJsonWebKey.SUBTYPE_ED25519);

  private final String registeredName;
  private final String keyType;
  private final String curve;

  ProofAlgorithm(String registeredName, String keyType, String curve) {
    this.registeredName = registeredName;
    this.keyType = keyType;
    this.curve = curve;
  }

  static Optional<ProofAlgorithm> of(Object registeredName) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.registeredName.equals(registeredName))
        .findFirst();
  }

  /** The value of {@code alg}, for example {@code EdDSA}. */
  String registeredName() {
    return registeredName;
  }

  /** The {@code kty} of its keys. */
  String keyType() {
    return keyType;
  }

  /** The {@code crv} of its keys; empty for RSA, which has none. */
  String curve() {
    return curve;
  }
}
