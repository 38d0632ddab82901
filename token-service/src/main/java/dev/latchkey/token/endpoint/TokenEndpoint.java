package dev.latchkey.token.endpoint;

import static dev.latchkey.oauth.error.OAuthError.UNSUPPORTED_GRANT_TYPE;

import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.error.Shape;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.load.OverloadAnswers;
import dev.latchkey.oauth.origin.ClientAddress;
import dev.latchkey.oauth.origin.Endpoint;
import dev.latchkey.oauth.route.FormEndpoint;
import dev.latchkey.oauth.route.FormRequest;
import dev.latchkey.oauth.route.FormRoutes;
import dev.latchkey.oauth.trace.RequestKind;
import dev.latchkey.token.credentials.ClientCredentialsGrant;
import dev.latchkey.token.metrics.Metrics;
import dev.latchkey.token.metrics.Metrics.Told;
import dev.latchkey.token.refresh.RefreshGrant;
import dev.latchkey.token.refresh.RefreshRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The token endpoint, under our path and under WSO2's. */
@ApplicationScoped
class TokenEndpoint implements FormEndpoint {

  private static final Optional<GrantType> POLL = Optional.of(GrantType.DEVICE_CODE);

  private final FormRoutes routes;
  private final Admission admission;
  private final DevicePolls polls;
  private final RefreshGrant refreshGrant;
  private final ClientCredentialsGrant credentialsGrant;
  private final ClientAddress addresses;
  private final Metrics metrics;

  TokenEndpoint(
      FormRoutes routes,
      Admission admission,
      DevicePolls polls,
      RefreshGrant refreshGrant,
      ClientCredentialsGrant credentialsGrant,
      ClientAddress addresses,
      Metrics metrics) {
    this.routes = routes;
    this.admission = admission;
    this.polls = polls;
    this.refreshGrant = refreshGrant;
    this.credentialsGrant = credentialsGrant;
    this.addresses = addresses;
    this.metrics = metrics;
  }

  void register(@Observes Router router) {
    routes.serve(router, Endpoint.TOKEN, this);
  }

  @Override
  public Uni<RestResponse<?>> answer(FormRequest sent) {
    var form = sent.form();
    var type = type(form.required("grant_type"));
    var authorization = sent.http().getHeader(HttpHeaders.AUTHORIZATION);
    var credentials = ClientCredentials.of(authorization, form);
    var request = new TokenRequest(sent.http(), form, credentials, sent.place(), addresses);
    return switch (type) {
      case DEVICE_CODE -> polls.answer(request);
      case REFRESH_TOKEN -> refresh(request);
      case CLIENT_CREDENTIALS -> forItself(request);
    };
  }

  @Override
  public String kind(OAuthForm form) {
    return form.optional("grant_type")
        .flatMap(GrantType::of)
        .map(TokenEndpoint::kind)
        .orElse(RequestKind.OTHER);
  }

  private static String kind(GrantType type) {
    return switch (type) {
      case DEVICE_CODE -> RequestKind.POLL;
      case REFRESH_TOKEN -> RequestKind.REFRESH;
      case CLIENT_CREDENTIALS -> RequestKind.CLIENT_CREDENTIALS;
    };
  }

  @Override
  public void sendAway(OAuthForm form, HttpServerResponse response) {
    if (form.optional("grant_type").flatMap(GrantType::of).equals(POLL)) {
      metrics.polled(Told.SHED);
      OverloadAnswers.slowDown(response);
    } else {
      OverloadAnswers.unavailable(response);
    }
  }

  private static GrantType type(String asked) {
    return GrantType.of(asked)
        .orElseThrow(
            () ->
                new OAuthException(
                    UNSUPPORTED_GRANT_TYPE, "This server does not know that grant type"));
  }

  private Uni<RestResponse<?>> refresh(TokenRequest request) {
    var sent = request.form().required("refresh_token");
    // Now: a connection that is closed meanwhile has no address any more.
    var address = addresses.of(request.http());
    var scope = request.scope();
    var target = request.target();
    return admission
        .fresh(request, GrantType.REFRESH_TOKEN)
        .flatMap(
            requester ->
                Shape.of(
                    requester.client().errorProfile(),
                    () ->
                        refreshGrant.refresh(
                            new RefreshRequest(
                                sent,
                                requester.client(),
                                scope,
                                target,
                                requester.dpopThumbprint(),
                                address))))
        .invoke(metrics::refreshed)
        .onFailure()
        .invoke(metrics::refreshFailed)
        .map(
            refreshed ->
                RestResponse.ok(TokenBody.of(refreshed.tokens(), refreshed.refreshToken())));
  }

  private Uni<RestResponse<?>> forItself(TokenRequest request) {
    var scope = request.scope();
    var target = request.target();
    return admission
        .fresh(request, GrantType.CLIENT_CREDENTIALS)
        .map(
            requester ->
                credentialsGrant.tokens(
                    requester.client(), scope, target, requester.dpopThumbprint()))
        .map(tokens -> RestResponse.ok(TokenBody.of(tokens, null)));
  }
}
