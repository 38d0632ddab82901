package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Our connections to Redis: one per event loop for single commands, and another for batches that
 * may wait, so that no poll stands behind a WAIT. The pooled client would take and return a
 * connection per call, in a Cluster one per node.
 *
 * <p>Failures are the Redis client's own, and a missing answer is one. Callers make {@link
 * GrantStoreException} of them.
 */
@ApplicationScoped
class RedisConnections {

  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final RedisClients clients;
  private final RedisStateConfig config;
  private final ConcurrentMap<EventLoop, HeldConnection> commands = new ConcurrentHashMap<>();
  private final ConcurrentMap<EventLoop, HeldConnection> batches = new ConcurrentHashMap<>();
  private final ConcurrentMap<Gathered, Gathering> gatherings = new ConcurrentHashMap<>();
  private final boolean gathers;

  RedisConnections(Vertx vertx, RedisClients clients, RedisStateConfig config) {
    if (config.timeout().compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException("latchkey.redis.timeout is at most " + LONGEST_TIMEOUT);
    }
    this.vertx = vertx;
    this.clients = clients;
    this.config = config;
    this.gathers = clients.toOneServer();
  }

  /** Sends one command; an error reply is a failure of type ErrorType. */
  Uni<Response> send(Request request) {
    return uni(() -> held(commands).send(request));
  }

  /**
   * Sends one command together with others of the same kind that are sent at the same time, where
   * that is possible; then they also fail together.
   *
   * @param kind for example the digest of the script that they run; one whose script the server has
   *     forgotten fails those of its kind alone, which all run again
   */
  Uni<Response> sendGathered(String kind, Request request) {
    return gathers ? uni(() -> gathering(kind).send(request)) : send(request);
  }

  private Gathering gathering(String kind) {
    var loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
    return gatherings.computeIfAbsent(
        new Gathered(loop, kind), mine -> new Gathering(mine.loop(), held(commands)));
  }

  /** Sends commands on one connection that polls do not share. */
  Uni<List<Response>> batch(List<Request> requests) {
    return uni(() -> held(batches).batch(requests));
  }

  private HeldConnection held(ConcurrentMap<EventLoop, HeldConnection> connections) {
    var loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    Function<EventLoop, HeldConnection> open =
        eventLoop -> new HeldConnection(vertx, clients, loop, config.timeout());
    return connections.computeIfAbsent(loop.nettyEventLoop(), open);
  }

  /** Answers on the caller's own context: its SQL session, if it has one, is bound to that. */
  private <T> Uni<T> uni(Supplier<Future<T>> call) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              var caller = (ContextInternal) vertx.getOrCreateContext();
              call.get().onComplete(result -> caller.emit(result, there -> answer(emitter, there)));
            });
  }

  private static <T> void answer(UniEmitter<? super T> emitter, AsyncResult<T> result) {
    if (result.succeeded()) {
      emitter.complete(result.result());
    } else {
      emitter.fail(result.cause());
    }
  }

  private record Gathered(EventLoop loop, String kind) {}
}
