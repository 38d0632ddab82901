package dev.latchkey.ui.consent;

/** Why an approval needs no further consent. */
public enum Agreement {
  /** The person was asked, and agreed. */
  GIVEN,
  /** The person had agreed to as much before, and was not asked again. */
  REMEMBERED,
  /** The client belongs to whoever runs this, and nobody is asked. */
  FIRST_PARTY
}
