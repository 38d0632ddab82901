package dev.latchkey.oauth.origin;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The network address of the client behind a request. {@code X-Forwarded-For} is read from its
 * right end, and only as far as the hops are proxies that the operator trusts: what stands further
 * left is the caller's own claim.
 */
@ApplicationScoped
public class ClientAddress {

  private final List<Network> trusted;

  ClientAddress(OriginConfig config) {
    trusted = config.trustedProxies().orElse(List.of()).stream().map(Network::parse).toList();
  }

  /** The address in its usual textual form. */
  public String of(HttpServerRequest request) {
    return of(request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
  }

  String of(String connection, List<String> forwardedFor) {
    var hops = String.join(",", forwardedFor).split(",", -1);
    var address = connection;
    for (var i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
      var hop = hops[i].strip();
      if (!NetUtil.isValidIpV4Address(hop) && !NetUtil.isValidIpV6Address(hop)) {
        break;
      }
      address = hop;
    }
    return address;
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  /** An address range in CIDR notation; a bare address is a range of one. Asks no name server. */
  private record Network(String base, int bits) {

    static Network parse(String cidr) {
      var slash = cidr.indexOf('/');
      var base = slash < 0 ? cidr : cidr.substring(0, slash);
      var bytes = NetUtil.createByteArrayFromIpAddressString(base);
      if (bytes == null) {
        throw new IllegalArgumentException("latchkey.trusted-proxies: not an address: " + cidr);
      }
      var longest = bytes.length * 8;
      var bits = slash < 0 ? longest : Integer.parseInt(cidr.substring(slash + 1));
      if (bits < 0 || bits > longest) {
        throw new IllegalArgumentException("latchkey.trusted-proxies: not a range: " + cidr);
      }
      return new Network(base, bits);
    }

    boolean contains(String literal) {
      var ours = NetUtil.createByteArrayFromIpAddressString(base);
      var other = NetUtil.createByteArrayFromIpAddressString(literal);
      if (other == null || other.length != ours.length) {
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
}
