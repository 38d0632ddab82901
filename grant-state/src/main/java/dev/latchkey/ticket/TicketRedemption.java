package dev.latchkey.ticket;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What token-service may do with tickets. */
public interface TicketRedemption {

  /** Takes the ticket, so that nobody gets it again; empty if there is none (any more). */
  Uni<Optional<Ticket>> take(TicketId id);
}
