package dev.latchkey.token.internal;

import static dev.latchkey.token.internal.ActionOutcome.DONE;
import static dev.latchkey.token.internal.ActionOutcome.NO_DEVICE;
import static dev.latchkey.token.internal.ActionOutcome.NO_TICKET;

import dev.latchkey.ticket.DeviceAction.Disown;
import dev.latchkey.ticket.DeviceAction.Rename;
import dev.latchkey.ticket.DeviceAction.Unlink;
import dev.latchkey.ticket.DeviceAction.UnlinkAll;
import dev.latchkey.ticket.DeviceName;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketId;
import dev.latchkey.ticket.TicketRedemption;
import dev.latchkey.token.audit.Audit;
import dev.latchkey.token.device.LinkedDevice;
import dev.latchkey.token.device.LinkedDevices;
import dev.latchkey.token.device.Revocation;
import dev.latchkey.token.device.TokenFamily;
import dev.latchkey.token.revoke.Unlinking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Takes tickets and does what they say, with the devices of their person alone. */
@ApplicationScoped
class TicketedActions {

  private final TicketRedemption tickets;
  private final LinkedDevices devices;
  private final Unlinking unlinking;
  private final Audit audit;

  TicketedActions(
      TicketRedemption tickets, LinkedDevices devices, Unlinking unlinking, Audit audit) {
    this.tickets = tickets;
    this.devices = devices;
    this.unlinking = unlinking;
    this.audit = audit;
  }

  Uni<ActionOutcome> perform(TicketId id) {
    return tickets
        .take(id)
        .flatMap(
            taken -> taken.map(this::perform).orElseGet(() -> Uni.createFrom().item(NO_TICKET)));
  }

  private Uni<ActionOutcome> perform(Ticket ticket) {
    var subject = ticket.subject();
    return switch (ticket.action()) {
      case Rename(var id, var name) -> withDevice(id, subject, device -> rename(device, name));
      case Unlink(var id) ->
          withDevice(
              id, subject, device -> unlinking.unlink(device, Revocation.PERSON).replaceWith(DONE));
      case Disown(var id) -> withDevice(id, subject, this::disown);
      case UnlinkAll() -> unlinking.unlinkAll(subject, Revocation.PERSON).replaceWith(DONE);
    };
  }

  private Uni<ActionOutcome> withDevice(
      UUID id, String subject, Function<LinkedDevice, Uni<ActionOutcome>> action) {
    return devices
        .find(id)
        .map(found -> found.map(TokenFamily::device))
        .map(found -> found.filter(device -> device.subject().equals(subject)))
        .flatMap(found -> found.map(action).orElseGet(() -> Uni.createFrom().item(NO_DEVICE)));
  }

  private Uni<ActionOutcome> rename(LinkedDevice device, Optional<DeviceName> name) {
    return devices
        .rename(device.id(), device.subject(), name.map(DeviceName::value).orElse(null))
        .invoke(
            done -> {
              if (done) {
                audit.renamed(device);
              }
            })
        .map(done -> done ? DONE : NO_DEVICE);
  }

  /** An event also if somebody unlinked the device before: what the person says is the news. */
  private Uni<ActionOutcome> disown(LinkedDevice device) {
    return unlinking
        .unlink(device, Revocation.DISOWNED)
        .invoke(() -> audit.disowned(device))
        .replaceWith(DONE);
  }
}
