package dev.latchkey.chaos.book;

/** What is counted besides, and is in order. */
public enum Note {
  REFRESHED("refreshes served"),
  ROTATED("refresh tokens rotated"),
  ASKED_AGAIN("answers asked for again with a proof, and the same"),
  REFUSED_AGAIN("answers asked for again without a proof, and refused"),
  FORGOTTEN_BY_FAILOVER("answers asked for again with a proof, and forgotten by a failover"),
  SLOWED_DOWN("devices told to slow down"),
  HELD("polls that were held");

  private final String words;

  Note(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
