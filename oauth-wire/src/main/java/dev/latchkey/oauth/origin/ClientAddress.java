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
    trusted =
        config.trustedProxies().orElse(List.of()).stream().map(ClientAddress::trusted).toList();
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
    return LiteralAddress.parse(address).stream()
        .anyMatch(literal -> trusted.stream().anyMatch(network -> network.contains(literal)));
  }

  private static Network trusted(String text) {
    return Network.parse(text)
        .or(() -> LiteralAddress.parse(text).map(Network::only))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "latchkey.trusted-proxies: neither an address nor a range: " + text));
  }
}
