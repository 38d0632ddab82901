package dev.latchkey.ui.account;

/** Why a sign-in at a provider came to nothing. None of it concerns the code, which stays good. */
public enum UpstreamFailure {
  /** The person cancelled, or the provider does not let them in here. */
  REFUSED(403),
  /** The provider sent the person back with another error. */
  ERROR(502),
  /** Nobody answers, or not in time, or with a failure of its own. */
  AWAY(503),
  /** What it answered does not prove who the person is: signature, issuer, audience, nonce. */
  UNTRUSTED(502),
  /** Not one that this browser has under way: too old, finished before, or never begun. */
  STALE(400),
  /** The provider did not ask the person to sign in again, although that was demanded. */
  NOT_FRESH(403),
  /** The account is disabled or locked here. */
  STOPPED(403);

  private final int status;

  UpstreamFailure(int status) {
    this.status = status;
  }

  /** Of the page that says so. */
  public int status() {
    return status;
  }
}
