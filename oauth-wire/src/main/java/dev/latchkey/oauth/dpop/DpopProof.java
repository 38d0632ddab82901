package dev.latchkey.oauth.dpop;

import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.jose.SignatureAlgorithm;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A proof whose form, key and signature are right (RFC 9449 section 4.3, items 2 to 7). Whether it
 * is for the request at hand, fresh and new is for {@link DpopProofs} to say.
 *
 * @param thumbprint of the key that signed it
 * @param claims what it says
 */
record DpopProof(String thumbprint, Map<String, Object> claims) {

  /** The {@code typ} that tells a proof from any other JWT. */
  static final String TYPE = "dpop+jwt";

  /** Nobody's proof is half as long: an RSA key of 4096 bits and its signature make 2 KiB. */
  private static final int LONGEST = 8 * 1024;

  private static final String UNREADABLE = "The DPoP header is not a signed JWT";

  /** Reads the header's value. Fails with {@code invalid_dpop_proof}. */
  static DpopProof read(String sent) {
    if (sent.length() > LONGEST) {
      throw refused("The DPoP header is too long");
    }
    // What the library says of a failure quotes the proof: no cause is kept.
    try {
      var jws = new JsonWebSignature();
      jws.setCompactSerialization(sent);
      return read(jws);
    } catch (JoseException e) {
      throw refused(UNREADABLE);
    }
  }

  private static DpopProof read(JsonWebSignature jws) throws JoseException {
    var header = jws.getHeaders();
    if (!TYPE.equals(header.getObjectHeaderValue("typ"))) {
      throw refused("The typ of the proof is not dpop+jwt");
    }
    if (header.getObjectHeaderValue("crit") != null) {
      throw refused("The proof has header parameters that must be understood, and are not");
    }
    var algorithm =
        SignatureAlgorithm.of(header.getObjectHeaderValue("alg"))
            .orElseThrow(() -> refused("The alg of the proof is not supported"));
    var key = ProofKey.of(header.getObjectHeaderValue("jwk"), algorithm);
    if (!isSignedBy(key, algorithm, jws)) {
      throw refused("The signature of the proof is wrong");
    }
    return new DpopProof(key.thumbprint(), JsonUtil.parseJson(jws.getPayload()));
  }

  private static boolean isSignedBy(
      ProofKey key, SignatureAlgorithm algorithm, JsonWebSignature jws) {
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(ConstraintType.PERMIT, algorithm.registeredName()));
    jws.setKey(key.key());
    try {
      return jws.verifySignature();
    } catch (JoseException e) {
      return false;
    }
  }

  static OAuthException refused(String description) {
    return new OAuthException(OAuthError.INVALID_DPOP_PROOF, description);
  }

  @Override
  public String toString() {
    return "DpopProof[thumbprint=" + thumbprint + "]";
  }
}
