package dev.latchkey.token.mint;

import java.security.PrivateKey;
import org.jose4j.jca.ProviderContext;

/**
 * A private key in the form of the library that signs with it.
 *
 * @param library names it for jose4j
 */
record Signer(PrivateKey key, ProviderContext library) {

  @Override
  public String toString() {
    return "Signer[" + key.getAlgorithm() + "]";
  }
}
