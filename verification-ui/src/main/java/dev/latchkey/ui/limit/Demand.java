package dev.latchkey.ui.limit;

import dev.latchkey.limit.Limit;
import dev.latchkey.ui.audit.Audit.LimitKind;

/**
 * One of the limits that a guess must pass.
 *
 * @param subject whose; it does not print itself
 * @param binding whether a guess beyond it is refused; otherwise it only counts
 */
record Demand(LimitKind kind, Limit limit, String subject, boolean binding) {

  @Override
  public String toString() {
    return "Demand[" + kind + "]";
  }
}
