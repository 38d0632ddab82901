package dev.latchkey.authz.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook on this machine that takes what it is sent, or does not. */
final class Receiver implements AutoCloseable {

  /** Does not answer at all. */
  static final int SILENCE = 0;

  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(200);
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  Receiver(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::answer);
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  /** What it answers from now on. */
  void answers(int code) {
    status.set(code);
  }

  /** Of these it takes none, whatever it takes otherwise. */
  void refuses(Collection<String> events) {
    refused.addAll(events);
  }

  String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/hook";
  }

  /** The ids of the events that were sent, in the order of their arrival. */
  List<String> received() {
    return ids;
  }

  private void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              var id = new JsonObject(body).getString("id");
              ids.add(id);
              var code = refused.contains(id) ? 400 : status.get();
              if (code != SILENCE) {
                request.response().setStatusCode(code).end();
              }
            });
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
