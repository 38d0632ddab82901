package dev.latchkey.token.userinfo;

import dev.latchkey.oauth.cors.CrossOrigin;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.token.ChallengeException;
import dev.latchkey.oauth.token.ProtectedResource;
import dev.latchkey.oauth.token.ResourceAccess;
import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.account.Accounts;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.mint.TokenMint;
import dev.latchkey.token.standing.TokenStanding;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Says who approved, to whom holds an access token for it (OpenID Connect Core section 5.3). */
@Path("{endpoint: userinfo|oauth2/userinfo}")
@Produces(MediaType.APPLICATION_JSON)
public class UserinfoResource {

  private static final ProtectedResource USERINFO =
      new ProtectedResource(TokenMint.USERINFO, TokenMint.OPENID);

  private final ResourceAccess access;
  private final Clients clients;
  private final TokenStanding standing;
  private final Accounts accounts;
  private final KillSwitches switches;

  UserinfoResource(
      ResourceAccess access,
      Clients clients,
      TokenStanding standing,
      Accounts accounts,
      KillSwitches switches) {
    this.access = access;
    this.clients = clients;
    this.standing = standing;
    this.accounts = accounts;
    this.switches = switches;
  }

  @GET
  public Uni<UserinfoBody> get(@Context HttpServerRequest request) {
    return answer(request, null);
  }

  /** With the access token in the header, or in the body (RFC 6750 section 2.2). */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<UserinfoBody> post(@Context HttpServerRequest request, @Nullable OAuthForm form) {
    return answer(request, form);
  }

  private Uni<UserinfoBody> answer(HttpServerRequest request, @Nullable OAuthForm form) {
    return access
        .check(request, form, USERINFO)
        // Not as a token that is no good any more, which would send the device to its person.
        .invoke(token -> switches.check(TokenClaims.client(token)))
        .call(token -> letItsPagesRead(request, token))
        .call(token -> standing.holds(token).invoke(holds -> refuseUnless(holds, token)))
        .flatMap(
            token ->
                accounts
                    .live(token.getSubject())
                    .map(
                        account ->
                            account.orElseThrow(() -> ChallengeException.invalidToken(token)))
                    .map(account -> UserinfoBody.of(account, TokenClaims.scope(token))));
  }

  private Uni<?> letItsPagesRead(HttpServerRequest request, JsonWebToken token) {
    return clients
        .fresh(TokenClaims.client(token))
        .invoke(
            found ->
                found.ifPresent(client -> CrossOrigin.allow(request, client.allowedOrigins())));
  }

  private static void refuseUnless(boolean holds, JsonWebToken token) {
    if (!holds) {
      throw ChallengeException.invalidToken(token);
    }
  }
}
