package dev.latchkey.oauth.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Brings an answer back to the Vert.x context of whoever asked. What a request keeps with its
 * context, the language of its pages for one, is gone in the continuation otherwise: clients,
 * timers and loads that several share answer wherever they happen to be.
 */
public final class CallerContext {

  private CallerContext() {}

  /** The same outcome, on the context that is current when it is asked for. */
  public static <T> Uni<T> answers(Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              var caller = Vertx.currentContext();
              return caller == null ? work : work.emitOn(command -> run(command, caller));
            });
  }

  private static void run(Runnable command, Context there) {
    if (Vertx.currentContext() == there) {
      command.run();
    } else {
      there.runOnContext(now -> command.run());
    }
  }
}
