package dev.latchkey.e2e;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.util.Map;

/** A PKCE verifier as Nimbus makes it, and what a device sends of it on each leg. */
record CodeVerifier(com.nimbusds.oauth2.sdk.pkce.CodeVerifier made) {

  static CodeVerifier random() {
    return new CodeVerifier(new com.nimbusds.oauth2.sdk.pkce.CodeVerifier());
  }

  Map<String, String> challenge() {
    return Map.of(
        "code_challenge",
        CodeChallenge.compute(CodeChallengeMethod.S256, made).getValue(),
        "code_challenge_method",
        "S256");
  }

  Map<String, String> parameter() {
    return Map.of("code_verifier", made.getValue());
  }
}
