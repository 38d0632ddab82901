package dev.latchkey.token.keys;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A signature algorithm of RFC 7518 or RFC 8037 that we sign with. */
public enum Algorithm {
  /** ECDSA on P-256. */
  ES256("EC", 256, "SHA-256", "SHA256withECDSA", SignatureAlgorithm.ES256),
  /** RSASSA-PKCS1-v1_5, for verifiers that know nothing newer. */
  RS256("RSA", 2048, "SHA-256", "SHA256withRSA", SignatureAlgorithm.RS256),
  /** Ed25519. */
  EDDSA("Ed25519", 255, "SHA-512", "EdDSA", SignatureAlgorithm.EDDSA);

  private final String family;
  private final int bits;
  private final String hash;
  private final String jca;
  private final SignatureAlgorithm signature;

  Algorithm(String family, int bits, String hash, String jca, SignatureAlgorithm signature) {
    this.family = family;
    this.bits = bits;
    this.hash = hash;
    this.jca = jca;
    this.signature = signature;
  }

  /** The algorithm of that {@code alg}, written exactly so. */
  public static Optional<Algorithm> named(String jwa) {
    return Arrays.stream(values()).filter(known -> known.jwa().equals(jwa)).findFirst();
  }

  /** Every {@code alg}. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Algorithm::jwa).toList();
  }

  /** Its name in a JWS header and a JWK: the {@code alg}. */
  public String jwa() {
    return signature.getAlgorithm();
  }

  /** The same in the words of the JWT library. */
  public SignatureAlgorithm signature() {
    return signature;
  }

  /**
   * The JDK's name of the hash whose left half is {@code at_hash} (OpenID Connect Core section
   * 3.1.3.6): the one inside the signature, for Ed25519 SHA-512.
   */
  public String hash() {
    return hash;
  }

  /** Its name for {@link java.security.Signature}. */
  public String jca() {
    return jca;
  }

  KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance(family);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + family, e);
    }
  }

  PublicKey publicKey(byte[] x509) {
    try {
      return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(x509));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a public key of " + family, e);
    }
  }

  PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("not a private key of " + family, e);
    }
  }
}
