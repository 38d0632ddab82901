package dev.latchkey.authz.webhooks;

import dev.latchkey.oauth.origin.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from those that mean something else to each network: this
 * machine, a private network, the metadata of a cloud, everybody at once. By the special-purpose
 * registries of IANA (RFC 6890).
 */
final class PublicAddress {

  private static final List<Network> SPECIAL_IPV4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers, and by clouds for their own services
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local; the metadata of clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays from IPv6
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/3"); // multicast, reserved, broadcast

  /** Of IPv6, what is not in here is loopback, link-local, unique-local, multicast or nothing. */
  private static final List<Network> GLOBAL_IPV6 = networks("2000::/3");

  private static final List<Network> SPECIAL_IPV6 =
      networks(
          "2001::/23", // protocol assignments, Teredo among them
          "2001:db8::/32", // documentation
          "2002::/16", // IPv4 within
          "3fff::/20"); // documentation

  /** Translators put an IPv4 address into its last 32 bits (RFC 6052 section 2.1). */
  private static final List<Network> TRANSLATED = networks("64:ff9b::/96");

  private static final int IPV4_BYTES = 4;

  private PublicAddress() {}

  static boolean isOne(InetAddress address) {
    if (address instanceof Inet4Address) {
      return !isIn(SPECIAL_IPV4, address);
    }
    if (isIn(TRANSLATED, address)) {
      return isOne(within(address));
    }
    return isIn(GLOBAL_IPV6, address) && !isIn(SPECIAL_IPV6, address);
  }

  private static InetAddress within(InetAddress translated) {
    var bytes = translated.getAddress();
    var last = Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length);
    try {
      return InetAddress.getByAddress(last);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String... ranges) {
    return Stream.of(ranges).map(range -> Network.parse(range).orElseThrow()).toList();
  }
}
