package dev.latchkey.ui.limit;

import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.limit.Reservation;
import dev.latchkey.ui.audit.Audit.LimitKind;
import java.util.List;

/** Whether all that a guess needs could be reserved. */
sealed interface Reserved {

  /** It may be made. */
  record All(List<Reservation> reservations) implements Reserved {
    public All {
      reservations = List.copyOf(reservations);
    }
  }

  /** It may not, and nothing is reserved; which limit it was. */
  record Missing(LimitKind kind, Limited limited) implements Reserved {}
}
