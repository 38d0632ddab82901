package dev.latchkey.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import java.net.ConnectException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Puts the three services on one origin, by path. It streams, and keeps no state. */
final class Gateway implements AutoCloseable {

  /** DPoP proofs, JWTs and cookies together; the services themselves take 20 KiB. */
  private static final int LARGEST_HEADERS = 20 * 1024;

  private static final int LONGEST_REQUEST_LINE = 8 * 1024;

  /** Held polls last 30 s. */
  private static final int IDLE_SECONDS = 60;

  private static final int CONNECT_MILLIS = 2_000;

  /** A poll that is held keeps one; they are made as they are needed. */
  private static final int CONNECTIONS_PER_SERVICE = 4_096;

  private static final int WAITING_PER_SERVICE = 2_048;
  private static final int CLOSE_SECONDS = 5;

  private final Vertx vertx;
  private final Map<Absence, Map<Part, HttpProxy>> proxies = new EnumMap<>(Absence.class);

  private Gateway(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Listens on {@code port} of every loopback address.
   *
   * @param upstream the replicas of each service
   */
  static Gateway open(int port, Function<Part, Replicas> upstream) {
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    var gateway = new Gateway(vertx);
    try {
      gateway.connect(upstream);
      gateway.listen(port);
      return gateway;
    } catch (RuntimeException e) {
      gateway.close();
      throw e;
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private void connect(Function<Part, Replicas> upstream) {
    var client = client();
    for (var absence : Absence.values()) {
      var byService = new EnumMap<Part, HttpProxy>(Part.class);
      for (var service : Part.SERVICES) {
        var replicas = upstream.apply(service);
        byService.put(
            service,
            HttpProxy.reverseProxy(client)
                .origin(context -> toFirst(client, replicas.inTurn()))
                .addInterceptor(new EdgeHeaders())
                .addInterceptor(new WhenAway(absence)));
      }
      proxies.put(absence, byService);
    }
  }

  /**
   * To the first replica that can be connected to. Nothing is sent twice: once a request is on its
   * way, it may have been acted on.
   */
  private static Future<HttpClientRequest> toFirst(HttpClient client, List<Integer> ports) {
    if (ports.isEmpty()) {
      return Future.failedFuture(new ConnectException("no replica is ready"));
    }
    var tried = client.request(new RequestOptions().setHost("127.0.0.1").setPort(ports.getFirst()));
    return ports.size() == 1
        ? tried
        : tried.recover(refused -> toFirst(client, ports.subList(1, ports.size())));
  }

  private HttpClient client() {
    return vertx
        .httpClientBuilder()
        .with(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setTcpNoDelay(true))
        .with(
            new PoolOptions()
                .setHttp1MaxSize(CONNECTIONS_PER_SERVICE)
                .setMaxWaitQueueSize(WAITING_PER_SERVICE))
        .build();
  }

  private void listen(int port) {
    for (var address : Loopback.all()) {
      var options =
          new HttpServerOptions()
              .setHttp2ClearTextEnabled(false) // the proxy cannot pass on a body of unknown length
              .setMaxHeaderSize(LARGEST_HEADERS)
              .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
              .setIdleTimeout(IDLE_SECONDS)
              .setTcpNoDelay(true);
      await(
          vertx
              .createHttpServer(options)
              .requestHandler(this::route)
              .listen(port, address.getHostAddress()));
    }
  }

  private void route(HttpServerRequest request) {
    var path = request.path();
    if (path == null || !request.uri().startsWith("/")) {
      refuse(request);
    } else if (path.equals("/")) {
      request.response().setStatusCode(302).putHeader("Location", "/device").end();
    } else {
      RouteTable.find(path)
          .ifPresentOrElse(route -> proxy(route).handle(request), () -> refuse(request));
    }
  }

  private HttpProxy proxy(Route route) {
    var proxy = proxies.getOrDefault(route.absence(), Map.of()).get(route.service());
    if (proxy == null) {
      throw new IllegalStateException("no proxy for " + route);
    }
    return proxy;
  }

  private static void refuse(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end("There is nothing here.\n");
  }

  private static <T> void await(Future<T> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new PartFailure("the gateway failed: " + e, e);
    }
  }
}
