package dev.latchkey.fleet.device;

/** The end of a grant without tokens. */
public enum Verdict implements PollAnswer {
  DENIED("access_denied"),
  EXPIRED("expired_token");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
