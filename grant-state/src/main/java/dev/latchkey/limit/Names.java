package dev.latchkey.limit;

import java.util.regex.Pattern;

/** Names of limits, backoffs and alarms are part of keys in Redis, in clear. */
final class Names {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private Names() {}

  static void check(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a limit: " + name);
    }
  }
}
