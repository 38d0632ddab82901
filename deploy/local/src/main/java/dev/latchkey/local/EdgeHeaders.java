package dev.latchkey.local;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Set;

/**
 * The headers an edge answers for. Whatever a caller says of forwarding is dropped, because there
 * is no proxy in front of this one; the peer's address takes its place. Headers of one hop end here
 * (RFC 9110 section 7.6.1).
 */
final class EdgeHeaders implements ProxyInterceptor {

  private static final List<String> OURS_TO_SAY =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-Forwarded-Ssl",
          "X-Real-IP");

  private static final List<String> ONE_HOP =
      List.of("Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Upgrade");

  /** RFC 9110 sections 15.3.5 and 15.4.5. */
  private static final Set<Integer> NO_BODY = Set.of(204, 304);

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    var request = context.request();
    var incoming = request.proxiedRequest();
    OURS_TO_SAY.forEach(request.headers()::remove);
    endHere(request.headers());
    request.putHeader("X-Forwarded-For", peer(incoming));
    if (incoming.authority() != null) {
      request.setAuthority(incoming.authority()); // a redirect must lead back to us
    }
    return context.sendRequest();
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    var response = context.response();
    endHere(response.headers());
    if (NO_BODY.contains(response.getStatusCode()) && response.getBody().length() < 0) {
      // The proxy takes it for a body of unknown length, and some clients wait for its chunks.
      response.getBody().stream().resume();
      response.setBody(null);
    }
    return context.sendResponse();
  }

  private static void endHere(MultiMap headers) {
    for (var listed : headers.getAll(HttpHeaders.CONNECTION)) {
      for (var name : listed.split(",", -1)) {
        if (!name.isBlank()) {
          headers.remove(name.strip());
        }
      }
    }
    ONE_HOP.forEach(headers::remove);
  }

  private static String peer(HttpServerRequest request) {
    var address = request.remoteAddress().hostAddress();
    var zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
