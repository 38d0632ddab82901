package dev.latchkey.fleet.run;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Function;
import java.util.function.Supplier;

/** Event loops to live on. */
final class Loops {

  private Loops() {}

  /** Makes something on the next event loop, where it then belongs. */
  static <T> Future<T> on(Vertx vertx, Function<Context, T> maker) {
    Promise<T> made = Promise.promise();
    return vertx
        .deployVerticle(
            new AbstractVerticle() {
              @Override
              public void start() {
                made.complete(maker.apply(context));
              }
            })
        .compose(id -> made.future());
  }

  /** Calls something on the event loop where it belongs. */
  static <T> Future<T> call(Context context, Supplier<T> asked) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(
        called -> {
          T answer;
          try {
            answer = asked.get();
          } catch (Throwable e) { // an error, too: who asked waits for an answer
            promise.fail(e);
            return;
          }
          promise.complete(answer); // what a listener throws is no failure of what was asked
        });
    return promise.future();
  }

  static Future<Void> tell(Context context, Runnable told) {
    return call(
            context,
            () -> {
              told.run();
              return true;
            })
        .mapEmpty();
  }
}
