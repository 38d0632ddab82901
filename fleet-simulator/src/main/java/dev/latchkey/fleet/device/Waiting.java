package dev.latchkey.fleet.device;

/** Nobody has decided yet. */
public enum Waiting implements PollAnswer {
  PENDING;

  @Override
  public String code() {
    return "authorization_pending";
  }
}
