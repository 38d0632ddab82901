package dev.latchkey.oauth.client;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a client may sign (RFC 7518 section 3.1, RFC 8037 section 3.1). Neither {@code none} nor an
 * HMAC, whose key would be a secret that we do not keep.
 */
enum SignatureAlgorithm {
  ES256("ES256", "EC"),
  RS256("RS256", "RSA"),
  PS256("PS256", "RSA"),
  EDDSA("EdDSA", "OKP");

  private final String registeredName;
  private final String keyType;

  SignatureAlgorithm(String registeredName, String keyType) {
    this.registeredName = registeredName;
    this.keyType = keyType;
  }

  /** The value of {@code alg}. */
  String registeredName() {
    return registeredName;
  }

  /** The {@code kty} of its keys. */
  String keyType() {
    return keyType;
  }

  static Optional<SignatureAlgorithm> of(@Nullable String registeredName) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.registeredName.equals(registeredName))
        .findFirst();
  }
}
