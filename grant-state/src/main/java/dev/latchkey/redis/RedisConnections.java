package dev.latchkey.redis;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.metrics.RedisMetrics;
import dev.latchkey.trace.RedisTraces;
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

  /** What commands that are no script are counted as. */
  private static final String COMMAND = "command";

  private final Vertx vertx;
  private final RedisClients clients;
  private final RedisStateConfig config;
  private final RedisMetrics metrics;
  private final RedisTraces traces;
  private final ConcurrentMap<EventLoop, HeldConnection> commands = new ConcurrentHashMap<>();
  private final ConcurrentMap<EventLoop, HeldConnection> batches = new ConcurrentHashMap<>();
  private final ConcurrentMap<Gathered, Gathering> gatherings = new ConcurrentHashMap<>();
  private final boolean gathers;

  RedisConnections(
      Vertx vertx,
      RedisClients clients,
      RedisStateConfig config,
      RedisMetrics metrics,
      RedisTraces traces) {
    if (config.timeout().compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException("latchkey.redis.timeout is at most " + LONGEST_TIMEOUT);
    }
    this.vertx = vertx;
    this.clients = clients;
    this.config = config;
    this.metrics = metrics;
    this.traces = traces;
    this.gathers = clients.toOneServer();
    clients.onRenewal(this::renew);
  }

  private void renew() {
    commands.values().forEach(HeldConnection::renew);
    batches.values().forEach(HeldConnection::renew);
  }

  /** Sends one command; an error reply is a failure of type ErrorType. */
  Uni<Response> send(Request request) {
    return send(COMMAND, request);
  }

  /**
   * The same.
   *
   * @param verb what it is counted and traced as
   */
  Uni<Response> send(String verb, Request request) {
    return uni(verb, () -> held(commands).send(request));
  }

  /**
   * Sends one command together with others of the same kind that are sent at the same time, where
   * that is possible; then they also fail together.
   *
   * @param kind for example the script that they run, and what they are counted as; one whose
   *     script the server has forgotten fails those of its kind alone, which all run again
   */
  Uni<Response> sendGathered(String kind, Request request) {
    return gathers ? uni(kind, () -> gathering(kind).send(request)) : send(kind, request);
  }

  private Gathering gathering(String kind) {
    var loop = ((ContextInternal) vertx.getOrCreateContext()).nettyEventLoop();
    return gatherings.computeIfAbsent(
        new Gathered(loop, kind), mine -> new Gathering(mine.loop(), held(commands)));
  }

  /**
   * Sends commands on one connection that polls do not share.
   *
   * @param verb what they are counted as, together
   */
  Uni<List<Response>> batch(String verb, List<Request> requests) {
    return uni(verb, () -> held(batches).batch(requests));
  }

  /** For who counts. */
  RedisMetrics metrics() {
    return metrics;
  }

  private HeldConnection held(ConcurrentMap<EventLoop, HeldConnection> connections) {
    var loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    Function<EventLoop, HeldConnection> open =
        eventLoop -> new HeldConnection(vertx, clients, loop, config.timeout());
    return connections.computeIfAbsent(loop.nettyEventLoop(), open);
  }

  /** Answers on the caller's own context: its SQL session, if it has one, is bound to that. */
  private <T> Uni<T> uni(String verb, Supplier<Future<T>> call) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              var caller = (ContextInternal) vertx.getOrCreateContext();
              var traced = traces.begun(verb);
              var begun = System.nanoTime();
              call.get()
                  .onComplete(
                      result -> {
                        count(verb, begun, result);
                        traced.ended(result.cause());
                        caller.emit(result, there -> answer(emitter, there));
                      });
            });
  }

  /** A script that the server has not seen yet is sent again, and counted then. */
  private void count(String verb, long begun, AsyncResult<?> result) {
    if (result.succeeded()) {
      metrics.answered(verb, System.nanoTime() - begun);
    } else if (!LuaScript.isNotThere(result.cause())) {
      metrics.failed(verb);
    }
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
