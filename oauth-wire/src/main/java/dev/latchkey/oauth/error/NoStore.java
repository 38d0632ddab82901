package dev.latchkey.oauth.error;

import java.util.Map;

/** The headers that keep an answer out of every cache (RFC 6749 section 5.1). */
public final class NoStore {

  public static final Map<String, String> HEADERS =
      Map.of("Cache-Control", "no-store", "Pragma", "no-cache");

  private NoStore() {}
}
