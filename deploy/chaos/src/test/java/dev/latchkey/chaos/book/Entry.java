package dev.latchkey.chaos.book;

/** What one grant comes to in the books. All but the marked ones are violations. */
public enum Entry {
  REDEEMED("redeemed once", true),
  DENIED("denied, and told so", true),
  UNDECIDED("nobody got through to decide", true),
  ANSWER_LOST("answer lost between fence and device, without a proof", true),
  DECISION_UNACKNOWLEDGED("decision forgotten that no replica had acknowledged", true),
  CODES_FORGOTTEN("codes forgotten by a failover before anybody decided", true),

  CODES_LOST("codes lost without a failover", false),
  DOUBLED("tokens twice", false),
  NOT_IN_THE_FENCE("tokens without a fence, or of another device than the fence's", false),
  PROVEN_ANSWER_LOST("answer lost in spite of a proof", false),
  TAKEN("redeemed, and the device never asked in vain", false),
  DECISION_LOST("decision lost that a replica had acknowledged", false),
  TURNED_ROUND("decided otherwise than the person did", false),
  EXPIRED("expired in spite of an approval", false),
  NOT_REDEEMABLE("neither redeemed nor redeemable", false),
  REVOKED("its device was revoked", false);

  private final String words;
  private final boolean allowed;

  Entry(String words, boolean allowed) {
    this.words = words;
    this.allowed = allowed;
  }

  public String words() {
    return words;
  }

  /** Whether the promises allow it. */
  public boolean isAllowed() {
    return allowed;
  }
}
