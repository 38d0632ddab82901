package dev.latchkey.ui.origin;

import dev.latchkey.oauth.origin.LiteralAddress;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Shortens a network address to what helps a person recognise a network: the first three of the
 * four numbers of IPv4, the first three groups of IPv6.
 */
public final class ShortAddress {

  private ShortAddress() {}

  public static String of(String address) {
    return LiteralAddress.parse(address)
        .filter(read -> !isOwn(read))
        .map(ShortAddress::of)
        .orElse(address);
  }

  private static String of(InetAddress address) {
    var bytes = address.getAddress();
    return address instanceof Inet4Address
        ? "%d.%d.%d.x".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff)
        : "%x:%x:%x:x".formatted(group(bytes, 0), group(bytes, 1), group(bytes, 2));
  }

  /** There is nothing to hide in ::1. */
  private static boolean isOwn(InetAddress address) {
    return address.isLoopbackAddress() && !(address instanceof Inet4Address);
  }

  private static int group(byte[] address, int index) {
    return ((address[2 * index] & 0xff) << 8) | (address[2 * index + 1] & 0xff);
  }
}
