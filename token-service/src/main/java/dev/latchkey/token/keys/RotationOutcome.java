package dev.latchkey.token.keys;

/** What came of an administrator's wish for a new key. */
public sealed interface RotationOutcome {

  /** The successor is published. */
  record Planned(KeyRecord successor) implements RotationOutcome {}

  /** Nothing has changed. */
  enum Refused implements RotationOutcome {
    /** A successor is published already, and waits for its time. */
    ALREADY_PLANNED,
    /** Nothing is signed with that algorithm here. */
    NOT_IN_USE
  }
}
