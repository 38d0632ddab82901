package dev.latchkey.oauth.admin;

/** Which addresses are for administrators; the answer to a request that found no resource too. */
final class AdminPath {

  private static final String ROOT = "/admin";

  private AdminPath() {}

  static boolean covers(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }
}
