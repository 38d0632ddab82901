package dev.latchkey.ui.login;

import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Landing;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where {@link SecondSubmit} sends a browser; a GET, because it changes nothing. */
@Cancellable(false)
@Path(OnwardsResource.PATH)
public class OnwardsResource {

  static final String PATH = "/login/onwards";

  private final CurrentSession current;
  private final Landing landing;

  OnwardsResource(CurrentSession current, Landing landing) {
    this.current = current;
    this.landing = landing;
  }

  @GET
  public Uni<RestResponse<String>> onwards(
      @RestQuery @DefaultValue("") String grant,
      @RestQuery @DefaultValue("") String confirmed,
      @RestQuery @DefaultValue("") String to,
      RoutingContext routing) {
    var destination = Destination.named(to);
    var signedIn = current.of(routing).flatMap(session -> session.person()).isPresent();
    return signedIn
        ? landing.onwards(current.visit(routing, grant, confirmed), destination)
        : Page.redirect(destination.signIn());
  }
}
