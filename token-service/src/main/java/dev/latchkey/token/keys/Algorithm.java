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

/** A signature algorithm of RFC 7518 that we sign with. */
public enum Algorithm {
  /** ECDSA on P-256. */
  ES256("EC", 256, SignatureAlgorithm.ES256),
  /** RSASSA-PKCS1-v1_5, for verifiers that know nothing newer. */
  RS256("RSA", 2048, SignatureAlgorithm.RS256);

  private final String family;
  private final int bits;
  private final SignatureAlgorithm signature;

  Algorithm(String family, int bits, SignatureAlgorithm signature) {
    this.family = family;
    this.bits = bits;
    this.signature = signature;
  }

  /** The same in the words of the JWT library. */
  public SignatureAlgorithm signature() {
    return signature;
  }

  /** The hash within the signature, by which {@code at_hash} is made too. */
  public String hash() {
    return "SHA-256";
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
