package dev.latchkey.oauth.dpop;

import dev.latchkey.oauth.jose.ClientSignature;
import dev.latchkey.oauth.jose.RsaStrength;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key in the header of a proof (RFC 9449 section 4.2, {@code jwk}).
 *
 * @param thumbprint its JWK SHA-256 thumbprint (RFC 7638), base64url
 */
record ProofKey(PublicKey key, String thumbprint) {

  private static final List<String> PRIVATE_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** Reads a key. Fails with {@code invalid_dpop_proof} unless it is public and fits. */
  static ProofKey of(Object jwk, ClientSignature algorithm) {
    if (!(jwk instanceof Map<?, ?> members)) {
      throw DpopProof.refused("The proof has no jwk in its header");
    }
    if (PRIVATE_MEMBERS.stream().anyMatch(members::containsKey)) {
      throw DpopProof.refused("The jwk of the proof is not a public key");
    }
    if (!algorithm.keyType().equals(members.get("kty"))
        || !(algorithm.curve().isEmpty() || algorithm.curve().equals(members.get("crv")))) {
      throw DpopProof.refused("The jwk of the proof does not fit its alg");
    }
    var read = read(members, algorithm);
    if (read.getKey() instanceof RSAPublicKey rsa && !RsaStrength.isReasonable(rsa)) {
      throw DpopProof.refused("The RSA key of the proof must have " + RsaStrength.RULE);
    }
    return new ProofKey(read.getPublicKey(), read.calculateBase64urlEncodedThumbprint("SHA-256"));
  }

  private static PublicJsonWebKey read(Map<?, ?> members, ClientSignature algorithm) {
    // Only what makes the key: certificates and the like are nobody's business here.
    var needed =
        algorithm.keyType().equals(RsaJsonWebKey.KEY_TYPE)
            ? List.of("kty", "n", "e")
            : List.of("kty", "crv", "x", "y");
    var key = new HashMap<String, Object>();
    for (var name : needed) {
      if (members.get(name) instanceof String value) {
        key.put(name, value);
      }
    }
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(key);
    } catch (JoseException | RuntimeException e) {
      // The library answers some malformed keys with unchecked exceptions.
      throw DpopProof.refused("The jwk of the proof cannot be read");
    }
  }
}
