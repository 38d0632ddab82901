package dev.latchkey.ui.verify;

import java.util.regex.Pattern;

/**
 * Shortens a network address to what helps a person recognise a network: the first three of the
 * four numbers of IPv4, the first three groups of IPv6.
 */
final class ShortAddress {

  private static final Pattern V4 = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\.\\d+");
  private static final Pattern V6 =
      Pattern.compile("([0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}):.*");

  private ShortAddress() {}

  static String of(String address) {
    var v4 = V4.matcher(address);
    if (v4.matches()) {
      return v4.group(1) + ".x";
    }
    var v6 = V6.matcher(address);
    return v6.matches() ? v6.group(1) + ":x" : address;
  }
}
