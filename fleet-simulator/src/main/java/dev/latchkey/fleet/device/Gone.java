package dev.latchkey.fleet.device;

/** The code or the refresh token is unknown, spent or revoked. */
public enum Gone implements RefreshAnswer {
  INVALID_GRANT;

  @Override
  public String code() {
    return "invalid_grant";
  }
}
