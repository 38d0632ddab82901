package dev.latchkey.bench.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers polls, with one pipelined connection to Redis of its own. */
final class BareEndpoint extends AbstractVerticle {

  private static final Buffer PENDING = body("authorization_pending", "Nobody has decided yet");
  private static final Buffer UNKNOWN = body("invalid_grant", "There is no such code");

  private final int port;
  private final String store;
  private final String script;

  private @Nullable RedisConnection redis;

  BareEndpoint(int port, String store, String script) {
    this.port = port;
    this.store = store;
    this.script = script;
  }

  @Override
  public void start(Promise<Void> started) {
    Redis.createClient(vertx, store)
        .connect()
        .compose(
            connected -> {
              redis = connected;
              return vertx.createHttpServer().requestHandler(this::poll).listen(port, "127.0.0.1");
            })
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void poll(HttpServerRequest request) {
    request
        .body()
        .compose(body -> lookUp(new QueryStringDecoder(body.toString(UTF_8), false).parameters()))
        .onSuccess(
            reply -> answer(request, 400, reply.toString().equals("PENDING") ? PENDING : UNKNOWN))
        .onFailure(failure -> answer(request, 500, Buffer.buffer()));
  }

  private Future<Response> lookUp(Map<String, List<String>> form) {
    if (redis == null) {
      return Future.failedFuture("not connected");
    }
    return redis.send(
        Request.cmd(Command.EVALSHA)
            .arg(script)
            .arg(1)
            .arg("grant:{" + first(form, "device_code") + "}")
            .arg(first(form, "client_id")));
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).getFirst();
  }

  private static void answer(HttpServerRequest request, int status, Buffer body) {
    var unused =
        request
            .response()
            .setStatusCode(status)
            .putHeader("Content-Type", "application/json")
            .putHeader("Cache-Control", "no-store")
            .putHeader("Pragma", "no-cache")
            .end(body);
  }

  private static Buffer body(String error, String description) {
    return Buffer.buffer(
        "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
  }
}
