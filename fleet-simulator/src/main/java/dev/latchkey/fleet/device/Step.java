package dev.latchkey.fleet.device;

/** What a device does next, and when. */
public sealed interface Step {

  /** Asks for codes. */
  record Start(long at) implements Step {}

  record Poll(long at) implements Step {}

  record Refresh(long at) implements Step {}

  /** Nothing more. */
  record Rest(Ending ending) implements Step {}
}
