package dev.latchkey.ui.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What of an address is counted as one: an IPv4 address, or an IPv6 network of 64 bits, which is
 * what one subscriber has at least.
 */
final class AddressPrefix {

  private static final int IPV6_BYTES = 8;

  private AddressPrefix() {}

  /** The prefix of an address in text form; whatever is none stands for itself. */
  static String of(String address) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return address;
    }
    var hex = HexFormat.of();
    if (bytes.length == 4) {
      return hex.formatHex(bytes);
    }
    return isMapped(bytes)
        ? hex.formatHex(bytes, 12, 16)
        : hex.formatHex(Arrays.copyOf(bytes, IPV6_BYTES));
  }

  /** RFC 4291 section 2.5.5.2: what a dual-stack socket makes of an IPv4 address. */
  private static boolean isMapped(byte[] bytes) {
    for (var i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
  }
}
