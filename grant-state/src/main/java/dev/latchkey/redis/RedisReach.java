package dev.latchkey.redis;

import dev.latchkey.reach.StateReach;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries until Redis has let this process in, by which address, certificates and password are shown
 * to be right before anybody depends on them. From then on it looks now and again how Redis deals
 * with full memory.
 */
@ApplicationScoped
class RedisReach implements StateReach {

  private static final long RETRY_AFTER_MILLIS = 250;
  private static final long LOOK_EVERY_MILLIS = 600_000;

  /** Each attempt may fail for a reason of its own: there are many servers, in any order. */
  private static final Duration SAY_AGAIN_AFTER = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;
  private final MemoryPolicies memory;

  /** When it was said last that we are not in. */
  private @Nullable Long complainedAt;

  private volatile boolean reached;

  RedisReach(Vertx vertx, RedisClients clients) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    this.memory = new MemoryPolicies(clients);
  }

  void begin(@Observes StartupEvent event) {
    loop.runOnContext(there -> look());
  }

  @Override
  public boolean hasBeenReached() {
    return reached;
  }

  private void look() {
    var connection = new OwnConnection(vertx, clients, loop);
    connection
        .opened()
        .compose(memory::of)
        .onComplete(
            answer -> {
              connection.close();
              if (answer.succeeded()) {
                reached(answer.result());
              } else {
                failed(answer.cause());
              }
            });
    connection.open();
  }

  private void reached(List<String> policies) {
    if (!reached) {
      Log.info("Redis has let us in");
    }
    reached = true;
    memory.warn(policies);
    again(LOOK_EVERY_MILLIS);
  }

  private void failed(Throwable failure) {
    if (!reached) {
      complain(failure);
    }
    again(reached ? LOOK_EVERY_MILLIS : RETRY_AFTER_MILLIS);
  }

  private void complain(Throwable failure) {
    var now = System.nanoTime();
    if (complainedAt == null || now - complainedAt >= SAY_AGAIN_AFTER.toNanos()) {
      complainedAt = now;
      Log.warn("Redis has not let us in yet: " + why(failure));
    }
  }

  /** What is wrong with a certificate is said by the cause of the cause. */
  private static String why(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(one -> HiddenPassword.in(one).toString())
        .distinct()
        .collect(Collectors.joining(", as "));
  }

  private void again(long millis) {
    vertx.setTimer(millis, later -> loop.runOnContext(there -> look()));
  }
}
