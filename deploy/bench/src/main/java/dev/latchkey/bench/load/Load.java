package dev.latchkey.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The process: orders as lines on its input, outcomes as lines on its output. */
public final class Load {

  private Load() {}

  /** Runs until its input ends, so it never outlives whoever started it. */
  public static void main(String[] args) throws IOException {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    var client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = orders.readLine(); line != null; line = orders.readLine()) {
      var outcome =
          carryOut(vertx, client, Order.ofLine(line)).toCompletionStage().toCompletableFuture();
      System.out.println(outcome.join().toLine());
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** All connections on the one event loop. */
  static Future<Outcome> carryOut(Vertx vertx, NetClient client, Order order) {
    var outcome = Promise.<Outcome>promise();
    vertx.runOnContext(
        start -> {
          try {
            Run.start(vertx, client, order).onComplete(outcome);
          } catch (IOException e) {
            outcome.fail(e);
          }
        });
    return outcome.future();
  }
}
