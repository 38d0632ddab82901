package dev.latchkey.token.device;

/** The one clock of linked devices, which is PostgreSQL's. */
final class Clock {

  /** In HQL, the time at which the statement has got this far. */
  static final String NOW = "cast(sql('clock_timestamp()') as Instant)";

  private Clock() {}
}
