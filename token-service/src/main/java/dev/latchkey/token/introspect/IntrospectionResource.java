package dev.latchkey.token.introspect;

import dev.latchkey.oauth.client.ClientAuthentication;
import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.error.SwitchedOffException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.switches.SwitchedOff;
import dev.latchkey.oauth.token.AccessTokens;
import dev.latchkey.oauth.token.TokenClaims;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.standing.TokenStanding;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The introspection endpoint. It is for servers: no web page gets to read its answers. */
@Path("{endpoint: oauth/introspect|oauth2/introspect}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class IntrospectionResource {

  private static final List<String> CREDENTIALS =
      List.of("client_id", "client_secret", "client_assertion", "client_assertion_type");

  private final Clients clients;
  private final ClientAuthentication authentication;
  private final AccessTokens tokens;
  private final TokenStanding standing;
  private final KillSwitches switches;

  IntrospectionResource(
      Clients clients,
      ClientAuthentication authentication,
      AccessTokens tokens,
      TokenStanding standing,
      KillSwitches switches) {
    this.clients = clients;
    this.authentication = authentication;
    this.tokens = tokens;
    this.standing = standing;
    this.switches = switches;
  }

  @POST
  public Uni<Map<String, Object>> introspect(
      OAuthForm form, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    checkThatSomebodyAsks(authorization, form);
    var credentials = ClientCredentials.of(authorization, form);
    var token = form.required("token");
    if (switches.stopItself(credentials.client())) {
      throw new SwitchedOffException();
    }
    return clients
        .fresh(credentials.client())
        .flatMap(found -> authentication.verify(credentials, found))
        .invoke(caller -> checkConfidential(caller, credentials))
        .flatMap(caller -> answer(token, caller));
  }

  /** Elsewhere that is a missing client_id; here it is a missing authentication (section 2.3). */
  private static void checkThatSomebodyAsks(@Nullable String authorization, OAuthForm form) {
    if (authorization == null && CREDENTIALS.stream().allMatch(it -> form.optional(it).isEmpty())) {
      throw OAuthException.invalidClient("Authenticate as the client of an API", true);
    }
  }

  /** Anybody can name a public client: that would let anybody try tokens (section 2.1). */
  private static void checkConfidential(Client caller, ClientCredentials sent) {
    if (caller.isPublic()) {
      throw OAuthException.invalidClient("A public client cannot introspect", sent.usedHeader());
    }
  }

  /** Refresh tokens are for us alone, so that they are never live for anybody who asks. */
  private Uni<Map<String, Object>> answer(String token, Client caller) {
    return tokens
        .verify(token)
        .flatMap(
            found ->
                found
                    .map(known -> answer(known, caller))
                    .orElseGet(() -> Uni.createFrom().item(IntrospectionBody.inactive())));
  }

  private Uni<Map<String, Object>> answer(JsonWebToken token, Client caller) {
    var off = switches.active();
    // Whose it is comes first: of others' tokens not even the time it takes tells anything.
    return isFor(token, caller)
        .flatMap(
            theirs ->
                theirs && !isOff(token, off) ? standing.holds(token) : Uni.createFrom().item(false))
        .map(
            live ->
                live
                    ? IntrospectionBody.active(token, off.left(TokenClaims.scope(token)))
                    : IntrospectionBody.inactive());
  }

  /** A device whose token is refused refreshes it, and learns there that it is only for now. */
  private static boolean isOff(JsonWebToken token, SwitchedOff off) {
    var client = TokenClaims.client(token);
    var scope = TokenClaims.scope(token);
    return token.getAudience().stream().anyMatch(api -> off.stops(client, api, scope));
  }

  /** Whether the token is for an API that the caller speaks for. */
  private Uni<Boolean> isFor(JsonWebToken token, Client caller) {
    Uni<Boolean> none = Uni.createFrom().item(false);
    return token.getAudience().stream()
        .map(
            identifier ->
                clients
                    .api(identifier)
                    .map(api -> api.filter(a -> a.introspectionClients().contains(caller.id())))
                    .map(Optional::isPresent))
        .reduce(none, (any, next) -> any.flatMap(found -> found ? any : next));
  }
}
