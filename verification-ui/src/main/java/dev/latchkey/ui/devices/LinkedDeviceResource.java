package dev.latchkey.ui.devices;

import dev.latchkey.oauth.text.ShownText;
import dev.latchkey.ticket.DeviceAction;
import dev.latchkey.ticket.DeviceAction.Disown;
import dev.latchkey.ticket.DeviceAction.Rename;
import dev.latchkey.ticket.DeviceAction.Unlink;
import dev.latchkey.ticket.DeviceName;
import dev.latchkey.ui.devices.NotDone.Trouble;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.entry.Owners;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * One device of the person who is signed in. Its page is the step between the list and what cannot
 * be taken back.
 */
@Cancellable(false)
@Path("/devices/{id:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
@Produces(MediaType.TEXT_HTML)
public class LinkedDeviceResource {

  /** More of what was typed is not worth showing again. */
  private static final int LONGEST_ECHO = 256;

  private final Owners owners;
  private final MyDevices devices;
  private final DeviceActions actions;
  private final Answers answers;

  LinkedDeviceResource(Owners owners, MyDevices devices, DeviceActions actions, Answers answers) {
    this.owners = owners;
    this.devices = devices;
    this.actions = actions;
    this.answers = answers;
  }

  @GET
  public Uni<RestResponse<String>> show(@RestPath UUID id, RoutingContext routing) {
    return owners.only(
        routing,
        Destination.DEVICES,
        owner ->
            withDevice(
                owner,
                id,
                details -> Page.of(page(owner, details, details.device().ownName(), false))));
  }

  @POST
  @Path("name")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> rename(@RestPath UUID id, RoutingContext routing) {
    var typed = FormBody.field(routing, "name");
    var name = DeviceName.parse(ShownText.of(typed));
    return owners.only(
        routing,
        Destination.DEVICES,
        owner ->
            name.isEmpty() && !typed.isBlank()
                ? tooLong(owner, id, typed)
                : list(owner, new Rename(id, name), Outcome.RENAMED, routing));
  }

  @POST
  @Path("unlink")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> unlink(@RestPath UUID id, RoutingContext routing) {
    return owners.only(
        routing,
        Destination.DEVICES,
        owner -> list(owner, new Unlink(id), Outcome.UNLINKED, routing));
  }

  @POST
  @Path("disown")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<RestResponse<String>> disown(@RestPath UUID id, RoutingContext routing) {
    return owners.only(
        routing,
        Destination.DEVICES,
        owner ->
            actions
                .perform(owner, new Disown(id))
                .flatMap(answer -> answers.disowned(answer, owner)));
  }

  private Uni<RestResponse<String>> list(
      Owner owner, DeviceAction action, Outcome outcome, RoutingContext routing) {
    return actions
        .perform(owner, action)
        .flatMap(answer -> answers.list(answer, owner, outcome, routing));
  }

  private Uni<RestResponse<String>> tooLong(Owner owner, UUID id, String typed) {
    var echo = typed.length() > LONGEST_ECHO ? "" : typed;
    return withDevice(owner, id, details -> Page.mistyped(page(owner, details, echo, true)));
  }

  private Uni<RestResponse<String>> withDevice(
      Owner owner, UUID id, Function<DeviceDetails, Uni<RestResponse<String>>> page) {
    return devices
        .find(owner.account().id(), id)
        .flatMap(
            found -> found.map(page).orElseGet(() -> Answers.trouble(owner, Trouble.NO_DEVICE)));
  }

  private static LinkedDevice page(
      Owner owner, DeviceDetails details, String typed, boolean tooLong) {
    return new LinkedDevice(owner.form(), details, typed, tooLong);
  }
}
