package dev.latchkey.oauth.limit;

import dev.latchkey.oauth.origin.LiteralAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What of an address is counted as one: an IPv4 address, or an IPv6 network of 64 bits, which is
 * what one subscriber has at least.
 */
public final class AddressPrefix {

  private static final int IPV6_BYTES = 8;

  private AddressPrefix() {}

  /** The prefix of an address in text form; whatever is none stands for itself. */
  public static String of(String address) {
    return LiteralAddress.parse(address).map(AddressPrefix::of).orElse(address);
  }

  private static String of(InetAddress address) {
    var bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet4Address ? bytes : Arrays.copyOf(bytes, IPV6_BYTES));
  }
}
