package dev.latchkey.ui.entry;

import dev.latchkey.ui.decide.Way;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where a person goes who came to sign in without a device. Forms and links name it; an address in
 * a request is never gone to.
 */
public enum Destination {
  DEVICE(Way.CODE),
  ACCOUNT("/account"),
  DEVICES("/devices");

  private final String path;

  Destination(String path) {
    this.path = path;
  }

  /** The one of that name; without such a name, where codes are entered. */
  public static Destination named(String name) {
    return Arrays.stream(values())
        .filter(known -> known.word().equals(name))
        .findAny()
        .orElse(DEVICE);
  }

  /** As forms and links name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The address of the sign-in page that leads here. */
  public String signIn() {
    return Way.SIGN_IN + "?to=" + word();
  }

  String path() {
    return path;
  }
}
