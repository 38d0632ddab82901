package dev.latchkey.oauth.origin;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the text form of a network address, and asks no name server. The name of a zone (RFC 4007
 * section 11) means nothing elsewhere and is left out; an IPv4 address that a dual-stack socket has
 * put into IPv6 (RFC 4291 section 2.5.5.2) is the IPv4 address.
 */
public final class LiteralAddress {

  private static final Pattern ZONE = Pattern.compile("%.*");

  private LiteralAddress() {}

  /** Empty if it is none, such as a name. */
  public static Optional<InetAddress> parse(String text) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(ZONE.matcher(text).replaceAll(""));
    try {
      // This also makes IPv4 of what is mapped.
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
