package dev.latchkey.ticket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** What verification-ui may do with tickets. */
public interface TicketIssuance {

  /** For a call that follows at once. */
  Duration LIFETIME = Duration.ofSeconds(30);

  /** Writes the ticket down, for {@link #LIFETIME}; whoever has its id can have it done, once. */
  Uni<TicketId> issue(Ticket ticket);
}
