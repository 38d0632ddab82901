package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_TARGET;
import static dev.latchkey.oauth.error.OAuthError.TEMPORARILY_UNAVAILABLE;
import static dev.latchkey.oauth.error.OAuthError.UNAUTHORIZED_CLIENT;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.authz.length.CodeLengths;
import dev.latchkey.authz.limit.StartLimit;
import dev.latchkey.authz.metrics.Metrics;
import dev.latchkey.authz.pace.FleetPace;
import dev.latchkey.authz.registry.Api;
import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Registry;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.grant.GrantIssuance;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.grant.Proof;
import dev.latchkey.oauth.client.ClientAuthentication;
import dev.latchkey.oauth.client.ClientCredentials;
import dev.latchkey.oauth.cors.CrossOrigin;
import dev.latchkey.oauth.error.ErrorAnswers;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.error.Shape;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.language.Languages;
import dev.latchkey.oauth.origin.ClientAddress;
import dev.latchkey.oauth.origin.Endpoint;
import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.oauth.route.FormEndpoint;
import dev.latchkey.oauth.route.FormRequest;
import dev.latchkey.oauth.route.FormRoutes;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.trace.RequestKind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The device authorization endpoint, under our path and under WSO2's. */
@ApplicationScoped
class DeviceAuthorizationEndpoint implements FormEndpoint {

  private final FormRoutes routes;
  private final Registry registry;
  private final ClientAuthentication authentication;
  private final StartLimit starts;
  private final DeviceProof proofs;
  private final StartAction action;
  private final GrantIssuance grants;
  private final EnrolledStart enrolled;
  private final FleetPace pace;
  private final CodeLengths lengths;
  private final PublicOrigin origin;
  private final ClientAddress addresses;
  private final KillSwitches switches;
  private final Audit audit;
  private final Metrics metrics;

  DeviceAuthorizationEndpoint(
      FormRoutes routes,
      Registry registry,
      ClientAuthentication authentication,
      StartLimit starts,
      DeviceProof proofs,
      StartAction action,
      GrantIssuance grants,
      EnrolledStart enrolled,
      FleetPace pace,
      CodeLengths lengths,
      PublicOrigin origin,
      ClientAddress addresses,
      KillSwitches switches,
      Audit audit,
      Metrics metrics) {
    this.routes = routes;
    this.registry = registry;
    this.authentication = authentication;
    this.starts = starts;
    this.proofs = proofs;
    this.action = action;
    this.grants = grants;
    this.enrolled = enrolled;
    this.pace = pace;
    this.lengths = lengths;
    this.origin = origin;
    this.addresses = addresses;
    this.switches = switches;
    this.audit = audit;
    this.metrics = metrics;
  }

  void register(@Observes Router router) {
    routes.serve(router, Endpoint.DEVICE_AUTHORIZATION, this);
  }

  @Override
  public Uni<RestResponse<?>> answer(FormRequest sent) {
    return Uni.createFrom()
        .deferred(() -> authorize(sent))
        .onFailure()
        .invoke(metrics::startFailed);
  }

  private Uni<RestResponse<?>> authorize(FormRequest sent) {
    var form = sent.form();
    var request = sent.http();
    var credentials = ClientCredentials.of(request.getHeader(HttpHeaders.AUTHORIZATION), form);
    // First: what is switched off is to cost no more than this.
    switches.check(credentials.client());
    // Now: a connection that is closed meanwhile has no address any more.
    var address = addresses.of(request);
    return registry
        .client(credentials.client())
        .invoke(
            registered ->
                registered.ifPresent(client -> CrossOrigin.allow(request, client.allowedOrigins())))
        .flatMap(registered -> authentication.verify(credentials, registered))
        .flatMap(
            client ->
                Shape.of(
                    client.errorProfile(),
                    () -> authorize(client, DeviceAuthorizationForm.of(form), request, address)));
  }

  @Override
  public String kind(OAuthForm form) {
    return RequestKind.START;
  }

  @Override
  public void sendAway(OAuthForm form, HttpServerResponse response) {
    metrics.startShed();
    FormEndpoint.super.sendAway(form, response);
  }

  private Uni<RestResponse<?>> authorize(
      Client client, DeviceAuthorizationForm form, HttpServerRequest request, String address) {
    if (!client.mayUse(Client.DEVICE_CODE_GRANT)) {
      throw new OAuthException(
          UNAUTHORIZED_CLIENT, "The client is not registered for the device grant");
    }
    var policy = form.agree(client.approval());
    return api(client, form)
        .map(api -> AccessRequest.of(client, form.scope(), api))
        .invoke(access -> checkSwitches(client, access))
        // Before anything is written for it, such as its proof.
        .call(access -> starts.check(client.id(), address))
        .flatMap(
            access ->
                proofs
                    .of(client, form.proof(), request)
                    .flatMap(
                        proof ->
                            toItsEnd(
                                () ->
                                    create(
                                        form,
                                        new Wish(client, access, address),
                                        given ->
                                            newGrant(
                                                client, given, form, policy, proof, address)))))
        .map(created -> answer(created, language(form, request)));
  }

  /** Who hangs up now has a grant all the same: it is counted and noted. */
  private Uni<Creation> toItsEnd(Supplier<Uni<Creation>> creation) {
    return Uni.createFrom()
        .emitter(
            device ->
                creation
                    .get()
                    .invoke(this::count)
                    .subscribe()
                    .with(device::complete, device::fail));
  }

  private Uni<Creation> create(
      DeviceAuthorizationForm form, Wish wish, Function<AccessRequest, NewGrant> grant) {
    return form.enrolment()
        .map(
            secret ->
                enrolled.create(
                    secret,
                    wish,
                    given -> {
                      checkSwitches(wish.client(), given);
                      return action.allowed(grant.apply(given));
                    }))
        .orElseGet(() -> action.allowed(grant.apply(wish.access())).flatMap(this::create));
  }

  private Uni<Creation> create(NewGrant grant) {
    return grants
        .create(grant)
        .invoke(outcome -> audit.created(grant, outcome))
        .map(outcome -> new Creation(grant, outcome));
  }

  private void checkSwitches(Client client, AccessRequest access) {
    var api = access.api();
    switches.check(client.id(), api == null ? null : api.identifier(), access.scope());
  }

  private Uni<Optional<Api>> api(Client client, DeviceAuthorizationForm form) {
    var target = form.target().or(client::defaultApi);
    if (target.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return registry
        .api(target.get())
        .invoke(
            api -> {
              if (api.filter(client::mayAskFor).isEmpty()) {
                throw new OAuthException(
                    INVALID_TARGET, "There is no such API, or the client is not registered for it");
              }
            });
  }

  private NewGrant newGrant(
      Client client,
      AccessRequest access,
      DeviceAuthorizationForm form,
      ApprovalPolicy policy,
      Proof proof,
      String address) {
    return new NewGrant(
        client.id(),
        client.name(),
        client.logoId().orElse(null),
        access.scope(),
        access.words(),
        access.api(),
        access.refreshable(),
        client.codes().lifetime(),
        pace.interval(client.codes().interval()),
        lengths.next(client.codes().userCodeFormat()),
        client.errorProfile(),
        form.device(),
        proof,
        form.authentication(),
        policy,
        address);
  }

  private void count(Creation creation) {
    metrics.started(creation.outcome());
    if (creation.outcome() instanceof Created) {
      var grant = creation.grant();
      lengths.issued(grant.userCodeFormat(), grant.lifetime());
    }
  }

  private static Locale language(DeviceAuthorizationForm form, HttpServerRequest request) {
    var header = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE));
    return Languages.best(form.authentication().uiLocales(), header);
  }

  private RestResponse<?> answer(Creation creation, Locale language) {
    return switch (creation.outcome()) {
      case Created created ->
          RestResponse.ok(
              DeviceAuthorizationBody.of(
                  creation.grant(), created, origin.resolve("/device"), language));
      case Exhausted.NO_FREE_USER_CODE ->
          ErrorAnswers.unavailable(
              TEMPORARILY_UNAVAILABLE, "There is no free user code; try again shortly");
    };
  }
}
