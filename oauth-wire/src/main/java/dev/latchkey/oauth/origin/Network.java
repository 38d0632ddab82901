package dev.latchkey.oauth.origin;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of network addresses.
 *
 * @param base an address in it
 * @param bits how many of its first bits all of them share
 */
public record Network(InetAddress base, int bits) {

  /** Reads CIDR notation (RFC 4632 section 3.1, RFC 4291 section 2.3); empty if it is none. */
  public static Optional<Network> parse(String cidr) {
    var slash = cidr.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : LiteralAddress.parse(cidr.substring(0, slash))
            .flatMap(base -> of(base, cidr.substring(slash + 1)));
  }

  /** The range that has this address alone. */
  static Network only(InetAddress address) {
    return new Network(address, address.getAddress().length * 8);
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

  public boolean contains(InetAddress address) {
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
