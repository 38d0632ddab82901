package dev.latchkey.bench.bare;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** A process of its own: one {@link BareEndpoint} per event loop. */
public final class BareServer {

  private BareServer() {}

  /**
   * Serves until it is killed.
   *
   * @param args port, address of Redis, SHA-1 of the script that is loaded there
   */
  public static void main(String[] args) {
    var port = Integer.parseInt(args[0]);
    var loops = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
    Vertx.vertx()
        .deployVerticle(() -> new BareEndpoint(port, args[1], args[2]), loops)
        .onFailure(
            failure -> {
              System.err.println(failure);
              System.exit(1);
            });
  }
}
