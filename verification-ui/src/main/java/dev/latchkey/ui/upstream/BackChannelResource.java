package dev.latchkey.ui.upstream;

import dev.latchkey.session.UpstreamLogouts;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.session.NotFromBrowsers;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * OpenID Connect Back-Channel Logout 1.0: a provider says that a session has ended, and those that
 * began with it end here too, on every pod. Answers without a body; no-store like all of ours.
 */
@Cancellable(false)
@Path("/login/{provider}/backchannel")
@Produces(MediaType.TEXT_HTML)
@NotFromBrowsers
public class BackChannelResource {

  /** As long as a token is believed. */
  private static final Duration KEEP_ID =
      Duration.ofSeconds(LogoutTokens.MOST_SECONDS_OLD).plus(ProviderTenants.SKEW.multipliedBy(2));

  private final Providers providers;
  private final LogoutTokens tokens;
  private final UpstreamLogouts logouts;
  private final Audit audit;

  BackChannelResource(
      Providers providers, LogoutTokens tokens, UpstreamLogouts logouts, Audit audit) {
    this.providers = providers;
    this.tokens = tokens;
    this.logouts = logouts;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<Void>> end(@RestPath("provider") String name, RoutingContext routing) {
    return providers
        .named(name)
        .map(provider -> end(provider, FormBody.field(routing, "logout_token")))
        .orElseGet(() -> answer(RestResponse.Status.NOT_FOUND));
  }

  private Uni<RestResponse<Void>> end(Provider provider, String token) {
    return tokens
        .verify(token, provider)
        .flatMap(
            verified ->
                verified
                    .map(logout -> end(provider, logout))
                    .orElseGet(() -> answer(RestResponse.Status.BAD_REQUEST)))
        .onFailure(ProviderException.class)
        .recoverWithUni(
            failure -> {
              Log.warnf(
                  "logout at %s: %s: %s",
                  provider.name(), failure.getMessage(), CodeFlow.describe(failure));
              return answer(RestResponse.Status.SERVICE_UNAVAILABLE);
            });
  }

  private Uni<RestResponse<Void>> end(Provider provider, LogoutToken logout) {
    return logouts
        .isFirst(provider.issuer(), logout.id())
        .flatMap(first -> first ? mark(provider, logout) : answer(RestResponse.Status.BAD_REQUEST));
  }

  /** The token counts as used once its mark is there: a provider may try again until then. */
  private Uni<RestResponse<Void>> mark(Provider provider, LogoutToken logout) {
    var sid = logout.sid();
    var subject = logout.subject();
    var marked =
        sid != null
            ? logouts.endSession(provider.issuer(), sid)
            : logouts.endAll(provider.issuer(), subject == null ? "" : subject);
    return marked
        .flatMap(done -> logouts.use(provider.issuer(), logout.id(), KEEP_ID))
        .invoke(() -> audit.loggedOutUpstream(provider.name(), sid != null))
        .flatMap(done -> answer(RestResponse.Status.OK));
  }

  private static Uni<RestResponse<Void>> answer(RestResponse.Status status) {
    return Uni.createFrom().item(RestResponse.status(status));
  }
}
