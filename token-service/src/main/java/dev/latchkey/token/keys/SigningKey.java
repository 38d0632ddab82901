package dev.latchkey.token.keys;

import java.security.PrivateKey;
import java.security.PublicKey;

/** A key pair that we sign tokens with; never prints its private half. */
public record SigningKey(
    String kid, Algorithm algorithm, PublicKey publicKey, PrivateKey privateKey) {

  @Override
  public String toString() {
    return "SigningKey[kid=" + kid + ", algorithm=" + algorithm + "]";
  }
}
