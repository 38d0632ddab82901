package dev.latchkey.redis;

import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisCluster;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;

/**
 * How each primary deals with full memory: one that throws keys away when it is full forgets
 * decisions, codes and sessions.
 */
final class MemoryPolicies {

  private static final String POLICY = "maxmemory_policy:";
  private static final String KEEPS_ALL = "noeviction";

  private static final String EVICTS =
      "With its memory full, Redis throws away sessions, codes and what people have decided. Set"
          + " maxmemory-policy noeviction; it is ";

  private final RedisClients clients;

  /** So that the same is said once. */
  private String said = "";

  MemoryPolicies(RedisClients clients) {
    this.clients = clients;
  }

  /** Of each primary; none where nobody may ask. */
  Future<List<String>> of(RedisConnection connection) {
    var question = Request.cmd(Command.INFO).arg("memory");
    var answers =
        clients.toOneServer()
            ? connection.send(question).map(List::of)
            : RedisCluster.create(connection).onAllMasterNodes(question);
    return answers
        .map(all -> all.stream().map(MemoryPolicies::policy).toList())
        .recover(
            failure ->
                failure instanceof ErrorType && !Unserved.isWrongServer(failure)
                    ? Future.succeededFuture(List.of())
                    : Future.failedFuture(failure));
  }

  /** Says in the log that one of them throws keys away, unless that was said last. */
  void warn(List<String> policies) {
    var lossy = policies.stream().filter(policy -> !policy.equals(KEEPS_ALL)).findFirst();
    var warning = lossy.map(policy -> EVICTS + policy).orElse("");
    if (!warning.isEmpty() && !warning.equals(said)) {
      Log.warn(warning);
    }
    said = warning;
  }

  private static String policy(Response info) {
    return info.toString()
        .lines()
        .filter(line -> line.startsWith(POLICY))
        .map(line -> line.substring(POLICY.length()))
        .findFirst()
        .orElse(KEEPS_ALL);
  }
}
