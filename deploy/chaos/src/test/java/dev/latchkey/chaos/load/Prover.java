package dev.latchkey.chaos.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.latchkey.chaos.book.Ask;
import dev.latchkey.chaos.book.Proof;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a device proves that it is the one that asked: by nothing, a verifier, or a key. */
final class Prover {

  private final Proof proof;
  private final CodeVerifier verifier = new CodeVerifier();
  private final Optional<DPoPProofFactory> key;

  private String nonce = "";

  Prover(Proof proof) {
    this.proof = proof;
    this.key = proof == Proof.DPOP ? Optional.of(newKey()) : Optional.empty();
  }

  /** For the request for codes. */
  Map<String, String> challenge() {
    return proof == Proof.PKCE
        ? Map.of(
            "code_challenge",
            CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue(),
            "code_challenge_method",
            "S256")
        : Map.of();
  }

  /** For each poll. */
  Map<String, String> parameter() {
    return proof == Proof.PKCE ? Map.of("code_verifier", verifier.getValue()) : Map.of();
  }

  /** Asks the token endpoint, and once more if the proof lacked a nonce (RFC 9449 section 8). */
  Answer ask(Wire wire, Ask ask, Map<String, String> form, Map<String, String> more)
      throws InterruptedException {
    var answer = askOnce(wire, ask, form, more);
    return learns(answer) ? askOnce(wire, ask, form, more) : answer;
  }

  private Answer askOnce(Wire wire, Ask ask, Map<String, String> form, Map<String, String> more)
      throws InterruptedException {
    var headers = new HashMap<>(more);
    headers.putAll(header(wire.address(Device.TOKEN)));
    return wire.post(ask, Device.TOKEN, form, headers);
  }

  /** For each POST there. */
  private Map<String, String> header(URI address) {
    return key.map(factory -> Map.of("DPoP", signed(factory, address))).orElse(Map.of());
  }

  /** Whether the same request should be sent once more, with the nonce that came. */
  private boolean learns(Answer answer) {
    if (!answer.nonce().isEmpty()) {
      nonce = answer.nonce();
    }
    return answer.error().equals("use_dpop_nonce");
  }

  private String signed(DPoPProofFactory factory, URI address) {
    try {
      return factory
          .createDPoPJWT("POST", address, nonce.isEmpty() ? null : new Nonce(nonce))
          .serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private static DPoPProofFactory newKey() {
    try {
      var made = new ECKeyGenerator(Curve.P_256).generate();
      return new DefaultDPoPProofFactory(made, JWSAlgorithm.ES256);
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }
}
