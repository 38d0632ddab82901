package dev.latchkey.token.endpoint;

import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;
import static dev.latchkey.oauth.error.OAuthError.UNAUTHORIZED_CLIENT;
import static dev.latchkey.oauth.error.OAuthError.UNSUPPORTED_GRANT_TYPE;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.client.ClientAuthentication;
import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.grant.DeviceGrant;
import dev.latchkey.token.grant.PollAnswer.Withheld;
import dev.latchkey.token.refresh.RefreshGrant;
import dev.latchkey.token.refresh.RefreshRequest;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The token endpoint, under our path and under WSO2's. */
@Path("{endpoint: oauth/token|oauth2/token}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {

  private final Clients clients;
  private final ClientAuthentication authentication;
  private final DeviceGrant deviceGrant;
  private final RefreshGrant refreshGrant;

  TokenResource(
      Clients clients,
      ClientAuthentication authentication,
      DeviceGrant deviceGrant,
      RefreshGrant refreshGrant) {
    this.clients = clients;
    this.authentication = authentication;
    this.deviceGrant = deviceGrant;
    this.refreshGrant = refreshGrant;
  }

  @POST
  public Uni<RestResponse<?>> token(
      OAuthForm form,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Context HttpServerRequest request) {
    var asked = form.required("grant_type");
    var type =
        GrantType.of(asked)
            .orElseThrow(
                () ->
                    new OAuthException(
                        UNSUPPORTED_GRANT_TYPE, "This server does not know that grant type"));
    var credentials = ClientCredentials.of(authorization, form);
    return switch (type) {
      case DEVICE_CODE -> poll(form, credentials, request);
      case REFRESH_TOKEN -> refresh(form, credentials, request);
    };
  }

  private Uni<RestResponse<?>> poll(
      OAuthForm form, ClientCredentials credentials, HttpServerRequest request) {
    var sent = form.required("device_code");
    return clients
        .tolerant(credentials.client())
        .flatMap(found -> authentication.verify(request, credentials, found))
        .invoke(client -> check(client, GrantType.DEVICE_CODE))
        .<RestResponse<?>>flatMap(client -> poll(sent, client))
        .onFailure(TokenResource::isStoreAway)
        .recoverWithItem(
            failure -> {
              Log.warnf("a poll was answered 503: %s: %s", failure, failure.getCause());
              return PollAnswers.unavailable();
            });
  }

  private Uni<RestResponse<?>> poll(String sent, Client client) {
    return DeviceCode.parse(sent)
        .map(code -> deviceGrant.poll(code, client.id()))
        .orElseGet(() -> Uni.createFrom().item(Withheld.INVALID))
        .map(answer -> PollAnswers.of(answer, client.errorProfile()));
  }

  private Uni<RestResponse<?>> refresh(
      OAuthForm form, ClientCredentials credentials, HttpServerRequest request) {
    var sent = form.required("refresh_token");
    var scope =
        form.optional("scope")
            .map(
                text ->
                    Scope.parse(text)
                        .orElseThrow(
                            () -> new OAuthException(INVALID_SCOPE, "The scope cannot be read")));
    return clients
        .fresh(credentials.client())
        .flatMap(found -> authentication.verify(request, credentials, found))
        .invoke(client -> check(client, GrantType.REFRESH_TOKEN))
        .flatMap(
            client ->
                refreshGrant.refresh(
                    new RefreshRequest(sent, client, scope, Optional.empty(), Optional.empty())))
        .map(
            refreshed ->
                RestResponse.ok(TokenBody.of(refreshed.tokens(), refreshed.refreshToken())));
  }

  private static void check(Client client, GrantType type) {
    if (!client.mayUse(type.parameter())) {
      throw new OAuthException(
          UNAUTHORIZED_CLIENT, "The client is not registered for this grant type");
    }
  }

  private static boolean isStoreAway(Throwable failure) {
    return failure instanceof GrantStoreException || failure instanceof StoreUnavailableException;
  }
}
