package dev.latchkey.ui.profile;

import dev.latchkey.ui.account.Accounts;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.entry.Owners;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** "Your account", and signing out of every browser. */
@Cancellable(false)
@Path(ProfileResource.PATH)
@Produces(MediaType.TEXT_HTML)
public class ProfileResource {

  static final String PATH = "/account";

  private final Owners owners;
  private final ProfilePages pages;
  private final Accounts accounts;
  private final CurrentSession current;
  private final Audit audit;

  ProfileResource(
      Owners owners, ProfilePages pages, Accounts accounts, CurrentSession current, Audit audit) {
    this.owners = owners;
    this.pages = pages;
    this.accounts = accounts;
    this.current = current;
    this.audit = audit;
  }

  @GET
  public Uni<RestResponse<String>> show(RoutingContext routing) {
    return owners.only(routing, Destination.ACCOUNT, owner -> pages.show(owner, routing));
  }

  @POST
  @Path("/sign-out-everywhere")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> signOutEverywhere(RoutingContext routing) {
    return owners.only(routing, Destination.ACCOUNT, owner -> end(owner, routing));
  }

  private Uni<RestResponse<String>> end(Owner owner, RoutingContext routing) {
    return accounts
        .endSessions(owner.account().id())
        .invoke(() -> audit.sessionsEnded(owner.subject(), current.address(routing)))
        .flatMap(ended -> current.end(routing, owner.session()))
        .flatMap(ended -> Page.redirect(Way.CODE));
  }
}
