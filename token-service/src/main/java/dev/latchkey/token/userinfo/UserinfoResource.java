package dev.latchkey.token.userinfo;

import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.ErrorBody;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.oauth.token.AccessTokens;
import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.mint.TokenMint;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Says who approved, to whom holds an access token for it (OpenID Connect Core section 5.3). */
@Path("userinfo")
@Produces(MediaType.APPLICATION_JSON)
public class UserinfoResource {

  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;
  private final PublicOrigin origin;
  private final Accounts accounts;

  UserinfoResource(AccessTokens tokens, PublicOrigin origin, Accounts accounts) {
    this.tokens = tokens;
    this.origin = origin;
    this.accounts = accounts;
  }

  @GET
  public Uni<RestResponse<?>> get(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return answer(authorization);
  }

  @POST
  public Uni<RestResponse<?>> post(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return answer(authorization);
  }

  private Uni<RestResponse<?>> answer(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Uni.createFrom().item(unasked());
    }
    return tokens
        .verify(authorization.substring(BEARER.length()).strip())
        .map(
            found ->
                found.filter(
                    token -> TokenClaims.hasAudience(token, origin.issuer() + TokenMint.USERINFO)))
        .flatMap(
            found -> found.map(this::answer).orElseGet(() -> Uni.createFrom().item(refused())));
  }

  private Uni<RestResponse<?>> answer(JsonWebToken token) {
    String granted = token.getClaim("scope");
    var scope = Optional.ofNullable(granted).flatMap(Scope::parse).orElse(Scope.NONE);
    if (!scope.contains(TokenMint.OPENID)) {
      return Uni.createFrom().item(refused());
    }
    return accounts
        .live(token.getSubject())
        .map(
            account ->
                account
                    .<RestResponse<?>>map(person -> RestResponse.ok(UserinfoBody.of(person, scope)))
                    .orElseGet(UserinfoResource::refused));
  }

  /** No token at all: the challenge names no error (RFC 6750 section 3.1). */
  private static RestResponse<?> unasked() {
    return challenge("Bearer realm=\"latchkey\"", "Send an access token as Bearer");
  }

  private static RestResponse<?> refused() {
    return challenge(
        "Bearer realm=\"latchkey\", error=\"invalid_token\"",
        "The access token is not valid here, or not any more");
  }

  private static RestResponse<?> challenge(String challenge, String description) {
    ResponseBuilder<ErrorBody> answer =
        ErrorAnswers.of(
            OAuthError.INVALID_TOKEN.status(),
            new ErrorBody(OAuthError.INVALID_TOKEN, description));
    return answer.header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
  }
}
