package dev.latchkey.token.revoke;

import dev.latchkey.oauth.client.ClientAuthentication;
import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.cors.CrossOrigin;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.token.client.Clients;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The revocation endpoint (RFC 7009). {@code token_type_hint} is not needed: no token of one kind
 * can be taken for one of the other.
 */
@Cancellable(false)
@Path("{endpoint: oauth/revoke|oauth2/revoke}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RevocationResource {

  private final Clients clients;
  private final ClientAuthentication authentication;
  private final TokenRevocation revocation;

  RevocationResource(
      Clients clients, ClientAuthentication authentication, TokenRevocation revocation) {
    this.clients = clients;
    this.authentication = authentication;
    this.revocation = revocation;
  }

  /**
   * 200 also for what is no token, or none any more: it is as the client wants it (section 2.2).
   */
  @POST
  public Uni<RestResponse<Void>> revoke(
      OAuthForm form,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Context HttpServerRequest request) {
    var credentials = ClientCredentials.of(authorization, form);
    var token = form.required("token");
    return clients
        .fresh(credentials.client())
        .invoke(
            found -> found.ifPresent(client -> CrossOrigin.allow(request, client.allowedOrigins())))
        .flatMap(found -> authentication.verify(credentials, found))
        .flatMap(client -> revocation.revoke(token, client.id()))
        .replaceWith(RestResponse.ok());
  }
}
