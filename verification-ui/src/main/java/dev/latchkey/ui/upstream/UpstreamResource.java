package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.UpstreamFailure;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import dev.latchkey.ui.upstream.Arrival.Failed;
import dev.latchkey.ui.upstream.Arrival.Proven;
import dev.latchkey.ui.upstream.Arrival.Unasked;
import dev.latchkey.ui.upstream.PendingSignIn.Errand;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The round trip to a provider: away by a plain link, and back. */
@Cancellable(false)
@Path("/login/{provider}")
@Produces(MediaType.TEXT_HTML)
public class UpstreamResource {

  private static final Pattern STATE = Pattern.compile("(?:^|&)state=([^&]+)");

  private final Providers providers;
  private final ProviderDocuments documents;
  private final CodeFlow flow;
  private final Wishes wishes;
  private final PendingSignIn pending;
  private final CurrentSession current;
  private final UpstreamSignIns signIns;
  private final Failures failures;

  UpstreamResource(
      Providers providers,
      ProviderDocuments documents,
      CodeFlow flow,
      Wishes wishes,
      PendingSignIn pending,
      CurrentSession current,
      UpstreamSignIns signIns,
      Failures failures) {
    this.providers = providers;
    this.documents = documents;
    this.flow = flow;
    this.wishes = wishes;
    this.pending = pending;
    this.current = current;
    this.signIns = signIns;
    this.failures = failures;
  }

  @GET
  public Uni<RestResponse<String>> leave(
      @RestPath("provider") String name,
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String confirmed,
      @RestQuery @DefaultValue("") String to,
      RoutingContext routing) {
    var errand = new Errand(grant, confirmed, Destination.named(to));
    return providers
        .named(name)
        .map(provider -> leave(provider, errand, routing))
        .orElseGet(() -> Page.of(Notice.NOT_FOUND));
  }

  @GET
  @Path("callback")
  public Uni<RestResponse<String>> comeBack(
      @RestPath("provider") String name, RoutingContext routing) {
    return providers
        .named(name)
        .map(provider -> comeBack(provider, routing))
        .orElseGet(() -> Page.of(Notice.NOT_FOUND));
  }

  private Uni<RestResponse<String>> leave(
      Provider provider, Errand errand, RoutingContext routing) {
    var visit = current.visit(routing, errand.grant(), errand.confirmed());
    var trip = new RoundTrip(provider, visit, errand.to(), current.address(routing));
    return documents
        .isThere(provider)
        .chain(() -> current.orStarted(routing))
        .flatMap(session -> wishes.of(session, visit))
        .flatMap(wished -> flow.depart(routing, provider, wished))
        .invoke(address -> remember(routing, address, errand))
        .flatMap(Page::redirect)
        .onFailure(ProviderException.class)
        .recoverWithUni(away -> failures.page(trip, away.reason(), null));
  }

  private void remember(RoutingContext routing, String address, Errand errand) {
    var state = STATE.matcher(URI.create(address).getRawQuery());
    if (state.find() && !errand.equals(Errand.NONE)) {
      pending.remember(routing, state.group(1), errand);
    }
  }

  private Uni<RestResponse<String>> comeBack(Provider provider, RoutingContext routing) {
    var errand = pending.take(routing);
    var visit = current.visit(routing, errand.grant(), errand.confirmed());
    var trip = new RoundTrip(provider, visit, errand.to(), current.address(routing));
    return flow.arrive(routing, provider)
        .flatMap(
            arrival ->
                switch (arrival) {
                  case Failed(var reason) -> failures.page(trip, reason, null);
                  case Unasked() -> failures.unnoted(trip, UpstreamFailure.STALE);
                  case Proven(var token) -> signIns.signIn(routing, token, trip);
                });
  }
}
