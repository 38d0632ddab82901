package dev.latchkey.fleet.wire;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Connections without pipelining: such as are kept for the next request, and such as are not. */
final class Connections {

  private final HttpClient kept;
  private final HttpClient fresh;
  private final Set<HttpConnection> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean closed;

  Connections(Vertx vertx, WireLimits limits) {
    this.kept = client(vertx, limits, true);
    this.fresh = client(vertx, limits, false);
  }

  /** On a connection that is idle, or else on a new one. */
  Future<HttpClientRequest> request(RequestOptions options) {
    return kept.request(options);
  }

  /** On a connection that nothing was sent on before. */
  Future<HttpClientRequest> requestOnNew(RequestOptions options) {
    return fresh.request(options);
  }

  /** Notes that a request is sent on it; false if it is the first. */
  boolean isReused(HttpConnection connection) {
    if (!used.add(connection)) {
      return true;
    }
    connection.closeHandler(closed -> used.remove(connection));
    return false;
  }

  /** Whether we hang up ourselves: no request may begin any more. */
  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true; // before requests under way are told that they have lost their connection
    kept.close();
    fresh.close();
  }

  private static HttpClient client(Vertx vertx, WireLimits limits, boolean keep) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setKeepAlive(keep)
            .setPipelining(false)
            .setMaxWaitQueueSize(-1)
            .setConnectTimeout((int) limits.timeout().toMillis())
            .setTrustAll(limits.insecure())
            .setVerifyHost(!limits.insecure()),
        new PoolOptions().setHttp1MaxSize(limits.connections()));
  }
}
