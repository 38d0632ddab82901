package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a device says it will prove when it polls. RFC 7636 and RFC 9449 section 10 have these
 * parameters for the authorization endpoint; a device, which has none, sends them here.
 *
 * @param codeChallenge the S256 of a verifier (RFC 7636 section 4.3)
 * @param dpopThumbprint the JWK SHA-256 thumbprint of its key, {@code dpop_jkt}
 */
record ProofForm(Optional<String> codeChallenge, Optional<String> dpopThumbprint) {

  /** 32 bytes in base64url, without padding. */
  private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Fails with {@code invalid_request}. */
  static ProofForm of(OAuthForm form) {
    return new ProofForm(codeChallenge(form), sha256(form, "dpop_jkt"));
  }

  private static Optional<String> codeChallenge(OAuthForm form) {
    var method = form.optional("code_challenge_method");
    if (form.optional("code_challenge").isEmpty()) {
      if (method.isPresent()) {
        throw new OAuthException(
            INVALID_REQUEST, "There is a code_challenge_method without a code_challenge");
      }
      return Optional.empty();
    }
    // Without a method it would be plain (RFC 7636 section 4.3), which shows the verifier.
    if (!method.equals(Optional.of("S256"))) {
      throw new OAuthException(INVALID_REQUEST, "The code_challenge_method must be S256");
    }
    return sha256(form, "code_challenge");
  }

  private static Optional<String> sha256(OAuthForm form, String name) {
    var value = form.optional(name);
    value.ifPresent(
        sent -> {
          if (!SHA256.matcher(sent).matches()) {
            throw new OAuthException(
                INVALID_REQUEST, name + " is not a SHA-256 of 43 base64url characters");
          }
        });
    return value;
  }
}
