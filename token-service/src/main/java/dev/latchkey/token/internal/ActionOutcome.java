package dev.latchkey.token.internal;

/** What became of a ticket. */
enum ActionOutcome {
  /** It is as the person wants it, perhaps since before. */
  DONE,
  /** There is no such ticket, or it was used. */
  NO_TICKET,
  /** There is no such device, it is another person's, or not linked any more and to be renamed. */
  NO_DEVICE
}
