package dev.latchkey.oauth.dpop;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.token.ChallengeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An HTTP server for requests with proofs. It answers what the handler says, or a failure as {@code
 * <error>: <description>}.
 */
public final class Endpoint implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  // Not 2: the upgrade to it makes one header of two.
  private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final HttpServer server;

  public Endpoint(Function<HttpServerRequest, Uni<String>> handler) throws Exception {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setMaxHeaderSize(32 * 1024))
            .requestHandler(request -> answer(request, handler))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  private static void answer(
      HttpServerRequest request, Function<HttpServerRequest, Uni<String>> handler) {
    Uni.createFrom()
        .deferred(() -> handler.apply(request))
        .subscribe()
        .with(
            body -> request.response().end(body),
            failure ->
                request.response().setStatusCode(status(request, failure)).end(sentence(failure)));
  }

  private static int status(HttpServerRequest request, Throwable failure) {
    return switch (failure) {
      case OAuthException e -> e.error().status();
      case ChallengeException e -> {
        request.response().putHeader("WWW-Authenticate", e.challenges());
        yield e.status();
      }
      case GrantStoreException e -> 503;
      default -> 500;
    };
  }

  private static String sentence(Throwable failure) {
    return switch (failure) {
      case OAuthException e -> e.error().code() + ": " + e.description();
      case ChallengeException e -> e.error().code() + ": " + e.description();
      default -> failure.toString();
    };
  }

  /** A request for that path, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
