package dev.latchkey.ui.devices;

import dev.latchkey.ticket.DeviceAction;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketIssuance;
import dev.latchkey.ui.entry.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has something done with a person's devices, by a ticket that is written for this one call. */
@ApplicationScoped
class DeviceActions {

  private final TicketIssuance tickets;
  private final TokenService tokenService;

  DeviceActions(TicketIssuance tickets, TokenService tokenService) {
    this.tickets = tickets;
    this.tokenService = tokenService;
  }

  /** Fails with {@link dev.latchkey.grant.GrantStoreException} when Redis does: nothing is done. */
  Uni<ActionAnswer> perform(Owner owner, DeviceAction action) {
    return tickets
        .issue(new Ticket(owner.account().subject(), action))
        .flatMap(tokenService::perform);
  }
}
