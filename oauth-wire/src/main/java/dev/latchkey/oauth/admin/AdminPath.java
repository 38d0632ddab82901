package dev.latchkey.oauth.admin;

/** Which addresses are for administrators; the answer to a request that found no resource too. */
public final class AdminPath {

  /** What they start with; with the issuer before it, the audience of administrators' tokens. */
  public static final String ROOT = "/admin";

  private AdminPath() {}

  static boolean covers(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }
}
