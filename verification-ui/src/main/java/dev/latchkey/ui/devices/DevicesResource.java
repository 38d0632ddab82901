package dev.latchkey.ui.devices;

import dev.latchkey.ticket.DeviceAction;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.entry.Owners;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** All devices of the person who is signed in. */
@Cancellable(false)
@Path("/devices")
@Produces(MediaType.TEXT_HTML)
public class DevicesResource {

  /** Further than this nobody leafs, and an offset costs the store. */
  private static final int LAST_PAGE = 500;

  private final Owners owners;
  private final MyDevices devices;
  private final DeviceActions actions;
  private final Answers answers;

  DevicesResource(Owners owners, MyDevices devices, DeviceActions actions, Answers answers) {
    this.owners = owners;
    this.devices = devices;
    this.actions = actions;
    this.answers = answers;
  }

  @GET
  public Uni<RestResponse<String>> list(
      @RestQuery @DefaultValue("1") int page, RoutingContext routing) {
    return owners.only(routing, Destination.DEVICES, owner -> list(owner, page, routing));
  }

  private Uni<RestResponse<String>> list(Owner owner, int page, RoutingContext routing) {
    if (page < 1 || page > LAST_PAGE) {
      return Page.redirect(Answers.DEVICES);
    }
    var outcome = answers.justDone(owner, routing).orElse(null);
    return devices
        .page(owner.account().id(), page)
        .flatMap(
            found ->
                found.devices().isEmpty() && page > 1
                    ? Page.redirect(Answers.DEVICES)
                    : Page.of(new Devices(owner.form(), owner.account().name(), found, outcome)));
  }

  @GET
  @Path("unlink-all")
  public Uni<RestResponse<String>> ask(RoutingContext routing) {
    return owners.only(routing, Destination.DEVICES, owner -> Page.of(new UnlinkAll(owner.form())));
  }

  @POST
  @Path("unlink-all")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> unlinkAll(RoutingContext routing) {
    return owners.only(
        routing,
        Destination.DEVICES,
        owner ->
            actions
                .perform(owner, new DeviceAction.UnlinkAll())
                .flatMap(answer -> answers.list(answer, owner, Outcome.ALL_UNLINKED, routing)));
  }

  /** What to do about a device that somebody else has linked. */
  @GET
  @Path("disowned")
  public Uni<RestResponse<String>> disowned(RoutingContext routing) {
    return owners.only(
        routing,
        Destination.DEVICES,
        owner -> Page.of(new DisownedDevice(owner.form(), owner.local())));
  }
}
