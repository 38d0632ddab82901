package dev.latchkey.chaos.book;

/** What a device proves with each poll that it is the one that asked for the codes. */
public enum Proof {
  NONE("plain-tv"),
  PKCE("pkce-tv"),
  DPOP("dpop-tv");

  private final String client;

  Proof(String client) {
    this.client = client;
  }

  /** The client whose devices do so. */
  public String client() {
    return client;
  }
}
