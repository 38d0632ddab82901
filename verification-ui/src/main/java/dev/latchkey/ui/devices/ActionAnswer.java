package dev.latchkey.ui.devices;

/** What became of a person's wish. */
enum ActionAnswer {
  DONE,
  /** There is no such device, or not linked to this person (any more). */
  NO_DEVICE,
  /** It was not done: token-service was not reached, or did not take the ticket. */
  NOT_DONE,
  /** It may have been done or not: token-service did not say in time. */
  UNSURE
}
