package dev.latchkey.grant;

import org.jspecify.annotations.Nullable;

/**
 * What ties a grant to the device that started it, beyond knowing the device code. At creation: the
 * PKCE challenge and the DPoP key's thumbprint. At a poll: the S256 of the verifier sent and the
 * thumbprint of the key that signed, so that both sides compare alike.
 *
 * @param codeChallenge the S256 {@code code_challenge} (RFC 7636 section 4.2), base64url
 * @param dpopThumbprint the JWK SHA-256 thumbprint (RFC 9449 section 10), base64url
 */
public record Proof(@Nullable String codeChallenge, @Nullable String dpopThumbprint) {

  public static final Proof NONE = new Proof(null, null);

  public boolean isPresent() {
    return codeChallenge != null || dpopThumbprint != null;
  }
}
