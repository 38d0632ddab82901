package dev.latchkey.oauth.registry;

import java.util.regex.Pattern;

/** Which names a message may repeat. */
public final class FieldName {

  private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private FieldName() {}

  /**
   * Whether it may be a field's name. Others can have a value in them: {@code password:wonderland}
   * is a name without a value.
   */
  public static boolean isOne(String name) {
    return FORM.matcher(name).matches();
  }
}
