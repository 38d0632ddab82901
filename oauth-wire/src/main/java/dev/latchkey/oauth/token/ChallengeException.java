package dev.latchkey.oauth.token;

import static dev.latchkey.oauth.token.AuthorizationScheme.BEARER;
import static dev.latchkey.oauth.token.AuthorizationScheme.DPOP;

import dev.latchkey.oauth.dpop.DpopProofs;
import dev.latchkey.oauth.error.OAuthError;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A request to a protected resource that we refuse, and what it takes to be let in (RFC 6750
 * section 3, RFC 9449 section 7.1). The message is sent to the client.
 */
public final class ChallengeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String NOT_VALID = "The access token is not valid here, or not any more";
  private static final String BEARER_CHALLENGE = "Bearer realm=\"latchkey\"";
  private static final String DPOP_ALGORITHMS =
      "algs=\"" + String.join(" ", DpopProofs.ALGORITHMS) + "\"";

  private final OAuthError error;
  private final String description;
  private final String challenge;

  /** Whoever tried Bearer learns that there is DPoP; whoever has a key needs no other way. */
  private final boolean dpopToo;

  private ChallengeException(
      OAuthError error, String description, String challenge, boolean dpopToo) {
    super(description);
    this.error = error;
    this.description = description;
    this.challenge = challenge;
    this.dpopToo = dpopToo;
  }

  /** {@code invalid_token}, for a token that {@link ResourceAccess} has let through. */
  public static ChallengeException invalidToken(JsonWebToken token) {
    return invalidToken(TokenClaims.boundTo(token).isPresent() ? DPOP : BEARER);
  }

  static ChallengeException invalidToken(AuthorizationScheme scheme) {
    return refused(scheme, OAuthError.INVALID_TOKEN, NOT_VALID);
  }

  /** No token at all: the challenges name no error (RFC 6750 section 3.1). */
  static ChallengeException unasked() {
    return new ChallengeException(
        OAuthError.INVALID_TOKEN,
        "Send an access token in the Authorization header",
        BEARER_CHALLENGE,
        true);
  }

  static ChallengeException insufficientScope(AuthorizationScheme scheme, String wanted) {
    var description = "The access token has not the scope " + wanted;
    return refused(
        scheme, OAuthError.INSUFFICIENT_SCOPE, description, ", scope=\"" + wanted + "\"");
  }

  static ChallengeException refused(
      AuthorizationScheme scheme, OAuthError error, String description) {
    return refused(scheme, error, description, "");
  }

  private static ChallengeException refused(
      AuthorizationScheme scheme, OAuthError error, String description, String more) {
    var parameters =
        "error=\"" + error.code() + "\", error_description=\"" + description + "\"" + more;
    return switch (scheme) {
      case BEARER ->
          new ChallengeException(error, description, BEARER_CHALLENGE + ", " + parameters, true);
      case DPOP ->
          new ChallengeException(
              error, description, "DPoP " + parameters + ", " + DPOP_ALGORITHMS, false);
    };
  }

  /** 401, 403 or 400; a bad proof is 401 here, other than at the token endpoint. */
  public int status() {
    return switch (error) {
      case INVALID_DPOP_PROOF, USE_DPOP_NONCE -> OAuthError.INVALID_TOKEN.status();
      default -> error.status();
    };
  }

  /** For the body; without a token {@code invalid_token}, which the challenges leave out. */
  public OAuthError error() {
    return error;
  }

  public String description() {
    return description;
  }

  /** The values of the {@code WWW-Authenticate} headers. */
  public List<String> challenges() {
    return dpopToo ? List.of(challenge, "DPoP " + DPOP_ALGORITHMS) : List.of(challenge);
  }
}
