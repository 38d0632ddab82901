package dev.latchkey.fleet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** An encoded form that grows; its beginning is shared by many requests. */
public record Form(String encoded) {

  public static final Form EMPTY = new Form("");

  public static Form of(String name, String value) {
    return EMPTY.and(name, value);
  }

  public Form and(String name, String value) {
    var field = URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    return new Form(encoded.isEmpty() ? field : encoded + "&" + field);
  }

  @Override
  public String toString() {
    return "Form[redacted]";
  }
}
