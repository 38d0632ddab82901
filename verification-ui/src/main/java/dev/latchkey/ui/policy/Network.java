package dev.latchkey.ui.policy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of network addresses.
 *
 * @param base an address in it
 * @param bits how many of its first bits all of them share
 */
record Network(InetAddress base, int bits) {

  private static final Pattern ZONE = Pattern.compile("%.*");

  /** Reads CIDR notation (RFC 4632 section 3.1, RFC 4291 section 2.3); empty if it is none. */
  static Optional<Network> parse(String cidr) {
    var slash = cidr.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : address(cidr.substring(0, slash)).flatMap(base -> of(base, cidr.substring(slash + 1)));
  }

  private static Optional<Network> of(InetAddress base, String bits) {
    try {
      var read = Integer.parseInt(bits);
      return read < 0 || read > base.getAddress().length * 8
          ? Optional.empty()
          : Optional.of(new Network(base, read));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Reads literals only, and asks no name server. ::ffff:192.0.2.1 is 192.0.2.1. */
  static Optional<InetAddress> address(String literal) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(ZONE.matcher(literal).replaceAll(""));
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    var ours = base.getAddress();
    var other = address.getAddress();
    if (other.length != ours.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
