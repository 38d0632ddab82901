package dev.latchkey.ui.login;

import dev.latchkey.session.SignedIn;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Signing out, on a device that others use too. */
@Cancellable(false)
@Path("/logout")
@Produces(MediaType.TEXT_HTML)
public class LogoutResource {

  private final CurrentSession current;
  private final Audit audit;

  LogoutResource(CurrentSession current, Audit audit) {
    this.current = current;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> signOut(RoutingContext routing) {
    var session = current.required(routing);
    return current
        .end(routing, session)
        .invoke(() -> audit.loggedOut(session.person().map(SignedIn::subject).orElse(null)))
        .flatMap(ended -> Page.redirect(Way.CODE));
  }
}
