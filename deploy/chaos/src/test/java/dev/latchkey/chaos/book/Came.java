package dev.latchkey.chaos.book;

/** What came of a request. */
public enum Came {
  /** An answer to what was asked. */
  SERVED("served"),
  /** 503 or 429 of a service. */
  LATER("503 of a service"),
  /** 503 of the gateway: no replica could be connected to, or one left without an answer. */
  AWAY("503 of the gateway"),
  /** A connection that broke, or nothing in 10 s. */
  NOTHING("no answer");

  private final String words;

  Came(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public boolean isTrouble() {
    return this != SERVED;
  }
}
