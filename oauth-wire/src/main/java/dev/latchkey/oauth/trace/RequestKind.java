package dev.latchkey.oauth.trace;

/** What forms ask for, in traces: few words, all of them ours. */
public final class RequestKind {

  /** A request of the device authorization endpoint. */
  public static final String START = "start";

  /** A request of the token endpoint with a device code; has a share of its own. */
  public static final String POLL = "poll";

  public static final String REFRESH = "refresh";

  public static final String CLIENT_CREDENTIALS = "client_credentials";

  /** What we do not know. */
  public static final String OTHER = "other";

  private RequestKind() {}
}
