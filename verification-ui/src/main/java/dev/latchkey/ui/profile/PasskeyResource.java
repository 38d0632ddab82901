package dev.latchkey.ui.profile;

import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.entry.Owner;
import dev.latchkey.ui.entry.Owners;
import dev.latchkey.ui.page.FormBody;
import dev.latchkey.ui.page.Notice;
import dev.latchkey.ui.page.Page;
import dev.latchkey.ui.passkey.PasskeyProblem;
import dev.latchkey.ui.passkey.PasskeyRegistrations;
import dev.latchkey.ui.passkey.Passkeys;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The passkeys of a person: another one, another name for one, one less. */
@Cancellable(false)
@Path(PasskeyResource.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PasskeyResource {

  static final String PATH = ProfileResource.PATH + "/passkeys";

  private final Owners owners;
  private final ProfilePages pages;
  private final PasskeyRegistrations registrations;
  private final Passkeys passkeys;
  private final CurrentSession current;
  private final Audit audit;

  PasskeyResource(
      Owners owners,
      ProfilePages pages,
      PasskeyRegistrations registrations,
      Passkeys passkeys,
      CurrentSession current,
      Audit audit) {
    this.owners = owners;
    this.pages = pages;
    this.registrations = registrations;
    this.passkeys = passkeys;
    this.current = current;
    this.audit = audit;
  }

  @POST
  public Uni<RestResponse<String>> add(RoutingContext routing) {
    return owners.only(
        routing,
        Destination.ACCOUNT,
        owner ->
            registrations.isFor(owner.account())
                ? addFreshly(owner, routing)
                : Page.of(Notice.BAD_REQUEST));
  }

  private Uni<RestResponse<String>> addFreshly(Owner owner, RoutingContext routing) {
    return owner.isFresh() ? add(owner, routing) : Page.redirect(Destination.ACCOUNT.signIn());
  }

  private Uni<RestResponse<String>> add(Owner owner, RoutingContext routing) {
    var label = PasskeyLabel.read(FormBody.field(routing, "label"));
    return registrations
        .add(owner.session(), owner.account(), label, routing)
        .flatMap(
            problem -> {
              if (problem != PasskeyProblem.NONE) {
                return pages.wrong(owner, problem);
              }
              audit.passkeyAdded(owner.subject(), current.address(routing));
              return pages.done(owner, Outcome.PASSKEY_ADDED, routing);
            });
  }

  @POST
  @Path("/change")
  public Uni<RestResponse<String>> change(RoutingContext routing) {
    return owners.only(
        routing,
        Destination.ACCOUNT,
        owner ->
            id(routing)
                .map(id -> change(owner, id, routing))
                .orElseGet(() -> Page.of(Notice.BAD_REQUEST)));
  }

  private Uni<RestResponse<String>> change(Owner owner, UUID id, RoutingContext routing) {
    return switch (FormBody.field(routing, "change")) {
      case "rename" -> rename(owner, id, routing);
      case "remove" -> remove(owner, id, routing);
      default -> Page.of(Notice.BAD_REQUEST);
    };
  }

  private Uni<RestResponse<String>> rename(Owner owner, UUID id, RoutingContext routing) {
    var label = PasskeyLabel.read(FormBody.field(routing, "label"));
    return passkeys
        .rename(owner.account().id(), id, label)
        .flatMap(renamed -> answer(renamed, owner, Outcome.PASSKEY_RENAMED, routing));
  }

  private Uni<RestResponse<String>> remove(Owner owner, UUID id, RoutingContext routing) {
    return passkeys
        .remove(owner.account().id(), id)
        .invoke(
            removed -> {
              if (removed) {
                audit.passkeyRemoved(owner.subject(), current.address(routing));
              }
            })
        .flatMap(removed -> answer(removed, owner, Outcome.PASSKEY_REMOVED, routing));
  }

  private Uni<RestResponse<String>> answer(
      boolean done, Owner owner, Outcome outcome, RoutingContext routing) {
    return done ? pages.done(owner, outcome, routing) : pages.wrong(owner, PasskeyProblem.GONE);
  }

  private static Optional<UUID> id(RoutingContext routing) {
    try {
      return Optional.of(UUID.fromString(FormBody.field(routing, "passkey")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
