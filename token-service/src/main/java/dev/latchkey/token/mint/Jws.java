package dev.latchkey.token.mint;

import dev.latchkey.token.keys.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs claims: a JSON Web Signature in its compact form (RFC 7515 section 3.1). */
@ApplicationScoped
class Jws {

  private final SigningLibrary library;

  Jws(SigningLibrary library) {
    this.library = library;
  }

  /**
   * The token.
   *
   * @param type the {@code typ} of its header
   */
  String sign(JwtClaims claims, String type, SigningKey key) {
    var signer = library.signer(key);
    var jws = new JsonWebSignature();
    jws.setProviderContext(signer.library());
    jws.setAlgorithmHeaderValue(key.algorithm().jwa());
    jws.setHeader("typ", type);
    jws.setKeyIdHeaderValue(key.kid());
    jws.setPayload(claims.toJson());
    jws.setKey(signer.key());
    // Ours, and looked at when it was made.
    jws.setDoKeyValidation(false);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("the key " + key.kid() + " does not sign", e);
    }
  }
}
