package dev.latchkey.ui.policy;

import dev.latchkey.oauth.origin.LiteralAddress;
import dev.latchkey.oauth.origin.Network;
import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Whether two network addresses are of one network, as far as addresses tell: the first 24 bits of
 * IPv4, the first 48 of IPv6 (what a site is usually given, RFC 6177). Neighbours of one provider
 * may share as much, and a phone that is not on the Wi-Fi does not: it is a hint for people, and a
 * rule only for clients that want one.
 */
public enum Proximity {
  SAME_NETWORK,
  OTHER_NETWORK,
  /** IPv4 and IPv6 cannot be compared, and what is no address not at all. */
  UNKNOWN;

  private static final int BITS_OF_IPV4 = 24;
  private static final int BITS_OF_IPV6 = 48;

  public static Proximity of(String device, String browser) {
    return LiteralAddress.parse(device)
        .flatMap(one -> LiteralAddress.parse(browser).map(other -> of(one, other)))
        .orElse(UNKNOWN);
  }

  private static Proximity of(InetAddress device, InetAddress browser) {
    if (device.isLoopbackAddress() && browser.isLoopbackAddress()) {
      return SAME_NETWORK;
    }
    if (device.getAddress().length != browser.getAddress().length) {
      return UNKNOWN;
    }
    var bits = device instanceof Inet4Address ? BITS_OF_IPV4 : BITS_OF_IPV6;
    return new Network(device, bits).contains(browser) ? SAME_NETWORK : OTHER_NETWORK;
  }
}
