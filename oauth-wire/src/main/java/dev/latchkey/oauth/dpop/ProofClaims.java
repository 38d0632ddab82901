package dev.latchkey.oauth.dpop;

import static dev.latchkey.oauth.dpop.DpopProof.refused;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a proof says (RFC 9449 section 4.2).
 *
 * @param id its {@code jti}
 * @param issuedAt its {@code iat}, in seconds since 1970 by the clock of the device
 */
record ProofClaims(String id, double issuedAt, Optional<String> nonce) {

  private static final int LONGEST_ID = 256;

  /**
   * Reads the claims. Fails with {@code invalid_dpop_proof} unless they are complete and for that
   * request (RFC 9449 section 4.3, items 3, 8, 9 and 12).
   *
   * @param target the address of the request, normalised
   * @param accessToken the token that the request shows, if any
   */
  static ProofClaims of(
      Map<String, Object> claims, String method, String target, @Nullable String accessToken) {
    if (!method.equals(claims.get("htm"))) {
      throw refused("The htm of the proof is not the method of the request");
    }
    if (!(claims.get("htu") instanceof String uri)
        || !TargetUri.normalise(uri).equals(Optional.of(target))) {
      throw refused("The htu of the proof is not the address of the request");
    }
    if (!(claims.get("jti") instanceof String id) || id.isEmpty() || id.length() > LONGEST_ID) {
      throw refused("The proof needs a jti of 1 to 256 characters");
    }
    if (!(claims.get("iat") instanceof Number issuedAt)) {
      throw refused("The proof needs an iat in seconds since 1970");
    }
    if (accessToken != null
        && !(claims.get("ath") instanceof String hash && isHash(hash, accessToken))) {
      throw refused("The ath of the proof is not the hash of the access token");
    }
    var nonce = claims.get("nonce");
    if (nonce != null && !(nonce instanceof String)) {
      throw refused("The nonce of the proof is not a string");
    }
    return new ProofClaims(id, issuedAt.doubleValue(), Optional.ofNullable((String) nonce));
  }

  private static boolean isHash(String sent, String accessToken) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(US_ASCII));
      return MessageDigest.isEqual(
          Base64.getUrlEncoder().withoutPadding().encode(hash), sent.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
