package dev.latchkey.redis;

import dev.latchkey.reach.StateReach;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisCluster;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks each primary how it deals with full memory, when the process starts and then now and again:
 * one that throws keys away when it is full forgets decisions, codes and sessions. By the way that
 * shows whether address, certificates and password are right, before anybody depends on it.
 */
@ApplicationScoped
class RedisReach implements StateReach {

  private static final String POLICY = "maxmemory_policy:";
  private static final String KEEPS_ALL = "noeviction";

  private static final String EVICTS =
      "With its memory full, Redis throws away sessions, codes and what people have decided. Set"
          + " maxmemory-policy noeviction; it is ";

  private static final long RETRY_AFTER_MILLIS = 250;
  private static final long LOOK_EVERY_MILLIS = 600_000;

  /** Each attempt may fail for a reason of its own: there are many servers, in any order. */
  private static final Duration SAY_AGAIN_AFTER = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;

  /** What was said last of full memory, so that it is said once. */
  private String said = "";

  /** When it was said last that we are not in. */
  private @Nullable Long complainedAt;

  private volatile boolean reached;

  RedisReach(Vertx vertx, RedisClients clients) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
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
        .compose(this::policies)
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

  /** Of each primary; none where nobody may ask. */
  private Future<List<String>> policies(RedisConnection connection) {
    var question = Request.cmd(Command.INFO).arg("memory");
    var answers =
        clients.toOneServer()
            ? connection.send(question).map(List::of)
            : RedisCluster.create(connection).onAllMasterNodes(question);
    return answers
        .map(all -> all.stream().map(RedisReach::policy).toList())
        .recover(
            failure ->
                failure instanceof ErrorType && !Unserved.isWrongServer(failure)
                    ? Future.succeededFuture(List.of())
                    : Future.failedFuture(failure));
  }

  private static String policy(Response info) {
    return info.toString()
        .lines()
        .filter(line -> line.startsWith(POLICY))
        .map(line -> line.substring(POLICY.length()))
        .findFirst()
        .orElse(KEEPS_ALL);
  }

  private void reached(List<String> policies) {
    if (!reached) {
      Log.info("Redis has let us in");
    }
    reached = true;
    var lossy = policies.stream().filter(policy -> !policy.equals(KEEPS_ALL)).findFirst();
    say(lossy.map(policy -> EVICTS + policy).orElse(""));
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

  private void say(String warning) {
    if (!warning.isEmpty() && !warning.equals(said)) {
      Log.warn(warning);
    }
    said = warning;
  }

  private void again(long millis) {
    vertx.setTimer(millis, later -> loop.runOnContext(there -> look()));
  }
}
