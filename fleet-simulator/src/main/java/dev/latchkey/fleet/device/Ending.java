package dev.latchkey.fleet.device;

/** Why a device has nothing more to do. */
public enum Ending {
  LINKED("linked"),
  DENIED("denied"),
  EXPIRED("expired"),
  /** Its code was redeemed, by an answer that it never got. */
  ANSWER_LOST("tokens lost"),
  /** It had tokens, and its refresh token is worth nothing any more. */
  LOGGED_OUT("logged out"),
  /** Its code was worth nothing, though neither spent nor over. */
  STOPPED("stopped"),
  /** The client or the request is wrong, and would be wrong again. */
  REJECTED("rejected");

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
