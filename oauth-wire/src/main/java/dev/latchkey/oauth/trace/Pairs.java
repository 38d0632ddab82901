package dev.latchkey.oauth.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values, as OpenTelemetry writes them into environment variables. */
final class Pairs {

  private Pairs() {}

  /**
   * Reads them. What is wrong is not repeated: it can be a key.
   *
   * @param setting who is to blame
   */
  static Map<String, String> parse(String setting, String text) {
    var pairs = new LinkedHashMap<String, String>();
    for (var pair : text.split(",", -1)) {
      if (!pair.isBlank()) {
        var equals = pair.indexOf('=');
        if (equals < 1 || pair.substring(0, equals).isBlank()) {
          throw malformed(setting);
        }
        pairs.put(pair.substring(0, equals).trim(), decoded(setting, pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String setting, String value) {
    try {
      // A plus is a plus there, as in the path of a URL.
      return URLDecoder.decode(value.trim().replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(setting);
    }
  }

  private static IllegalArgumentException malformed(String setting) {
    return new IllegalArgumentException(setting + " is name=value, with commas between them");
  }
}
