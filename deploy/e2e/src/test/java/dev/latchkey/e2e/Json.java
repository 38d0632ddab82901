package dev.latchkey.e2e;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/** Reads answers. */
final class Json {

  private Json() {}

  static Map<String, Object> parse(String text) {
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException e) {
      throw new AssertionError("not a JSON object: " + text, e);
    }
  }

  static String text(Map<String, Object> body, String member) {
    if (body.get(member) instanceof String text) {
      return text;
    }
    throw new AssertionError("no " + member + " in " + body.keySet());
  }
}
