package dev.latchkey.oauth.token;

import static dev.latchkey.oauth.error.OAuthError.INVALID_DPOP_PROOF;
import static dev.latchkey.oauth.error.OAuthError.INVALID_TOKEN;
import static dev.latchkey.oauth.token.AuthorizationScheme.BEARER;
import static dev.latchkey.oauth.token.AuthorizationScheme.DPOP;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.oauth.dpop.DpopProofs;
import dev.latchkey.oauth.dpop.DpopProofs.Nonce;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.origin.PublicOrigin;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Lets requests with a fitting access token through to resources of ours. */
@ApplicationScoped
public class ResourceAccess {

  private final AccessTokens tokens;
  private final DpopProofs proofs;
  private final PublicOrigin origin;

  ResourceAccess(AccessTokens tokens, DpopProofs proofs, PublicOrigin origin) {
    this.tokens = tokens;
    this.proofs = proofs;
    this.origin = origin;
  }

  /**
   * The access token of the request, if it is good for the resource and used as it was bound. Fails
   * with {@link ChallengeException}; with {@link dev.latchkey.grant.GrantStoreException} when Redis
   * does.
   *
   * @param form the body of a POST that may hold the token (RFC 6750 section 2.2)
   */
  public Uni<JsonWebToken> check(
      HttpServerRequest request, @Nullable OAuthForm form, ProtectedResource resource) {
    return Uni.createFrom()
        .deferred(
            () -> {
              var presented =
                  PresentedToken.of(request, form).orElseThrow(ChallengeException::unasked);
              return tokens
                  .verify(presented.value())
                  .map(
                      found ->
                          found.orElseThrow(
                              () -> ChallengeException.invalidToken(presented.scheme())))
                  .call(token -> checkBinding(request, presented, token))
                  .invoke(token -> check(token, presented.scheme(), resource));
            });
  }

  private Uni<?> checkBinding(
      HttpServerRequest request, PresentedToken presented, JsonWebToken token) {
    var key = TokenClaims.boundTo(token).orElse(null);
    return switch (presented.scheme()) {
      case BEARER -> {
        if (key != null) {
          throw ChallengeException.refused(
              BEARER, INVALID_TOKEN, "The access token is bound to a key; send it as DPoP");
        }
        yield Uni.createFrom().voidItem();
      }
      case DPOP -> {
        if (key == null) {
          throw ChallengeException.refused(
              DPOP, INVALID_TOKEN, "The access token is bound to no key; send it as Bearer");
        }
        yield checkProof(request, presented.value(), key);
      }
    };
  }

  private Uni<?> checkProof(HttpServerRequest request, String token, String key) {
    return proofs
        .verify(request, Nonce.OPTIONAL, token)
        .onFailure(OAuthException.class)
        .transform(e -> ChallengeException.refused(DPOP, e.error(), e.description()))
        .invoke(
            thumbprint -> {
              if (thumbprint.isEmpty()) {
                throw ChallengeException.refused(
                    DPOP, INVALID_DPOP_PROOF, "The DPoP header is missing");
              }
              if (!isSame(key, thumbprint.get())) {
                throw ChallengeException.refused(
                    DPOP, INVALID_TOKEN, "The access token is bound to another key");
              }
            });
  }

  private void check(JsonWebToken token, AuthorizationScheme scheme, ProtectedResource resource) {
    if (!TokenClaims.hasAudience(token, origin.issuer() + resource.path())) {
      throw ChallengeException.refused(scheme, INVALID_TOKEN, "The access token is not for here");
    }
    if (!TokenClaims.scope(token).contains(resource.scope())) {
      throw ChallengeException.insufficientScope(scheme, resource.scope());
    }
  }

  private static boolean isSame(String key, String thumbprint) {
    return MessageDigest.isEqual(key.getBytes(US_ASCII), thumbprint.getBytes(US_ASCII));
  }
}
