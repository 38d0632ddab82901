package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.GrantStoreException;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * One of our scripts, run by its digest; a server that has not seen it yet gets the text. The keys
 * of a script share one hash tag, so that it runs unchanged in a Cluster.
 */
final class LuaScript {

  private static final String NOT_THERE = "NOSCRIPT";
  private static final String SUFFIX = ".lua";

  private final String name;
  private final String verb;
  private final String text;
  private final String digest;

  private LuaScript(String name, String text) {
    this.name = name;
    this.verb = name.substring(0, name.length() - SUFFIX.length());
    this.text = text;
    this.digest = sha1(text);
  }

  /** Loads {@code lua/<name>}, which ends in {@code .lua}; a missing script is a broken build. */
  static LuaScript load(String name) {
    try (var in = LuaScript.class.getResourceAsStream("/lua/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no script lua/" + name);
      }
      return new LuaScript(name, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the script. Fails with {@link GrantStoreException}, whatever goes wrong. */
  Uni<Response> run(RedisConnections redis, String key, List<String> arguments) {
    return run(redis, List.of(key), arguments);
  }

  /** Runs the script on keys of one hash tag, in the order of its header. */
  Uni<Response> run(RedisConnections redis, List<String> keys, List<String> arguments) {
    return run(redis, request -> redis.send(verb, request), keys, arguments);
  }

  /**
   * The same together with other runs of this script, see {@link Gathering}. It may then fail, or
   * run again, because another one has.
   */
  Uni<Response> runGathered(RedisConnections redis, List<String> keys, List<String> arguments) {
    return run(redis, request -> redis.sendGathered(verb, request), keys, arguments);
  }

  private Uni<Response> run(
      RedisConnections redis,
      Function<Request, Uni<Response>> first,
      List<String> keys,
      List<String> arguments) {
    return first
        .apply(request(Command.EVALSHA, digest, keys, arguments))
        .onFailure(LuaScript::isNotThere)
        .recoverWithUni(() -> redis.send(verb, request(Command.EVAL, text, keys, arguments)))
        .onFailure()
        .transform(GrantStoreException::new);
  }

  /** Runs the script and then waits for replicas on the same connection; answers as it did. */
  Uni<Response> runReplicated(
      RedisConnections redis, String key, List<String> arguments, int replicas, long waitMillis) {
    var wait = Request.cmd(Command.WAIT).arg(replicas).arg(waitMillis);
    var keys = List.of(key);
    return redis
        .batch(verb, List.of(request(Command.EVALSHA, digest, keys, arguments), wait))
        .onFailure(LuaScript::isNotThere)
        .recoverWithUni(
            () -> redis.batch(verb, List.of(request(Command.EVAL, text, keys, arguments), wait)))
        .invoke(
            replies -> {
              var had = replies.get(1).toInteger();
              if (had < replicas) {
                redis.metrics().unreplicated();
                // A key is a digest, no code. Whoever looks for a lost decision finds it here.
                Log.warnf("%s: %d of %d replicas had it in time: %s", verb, had, replicas, key);
              }
            })
        .map(replies -> replies.get(0))
        .onFailure()
        .transform(GrantStoreException::new);
  }

  /** What the script answered, if that is none of the names its header lists. */
  IllegalStateException unknownReply(String reply) {
    return new IllegalStateException(name + " answered " + reply);
  }

  String text() {
    return text;
  }

  private static Request request(
      Command command, String script, List<String> keys, List<String> arguments) {
    var request = Request.cmd(command).arg(script).arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }

  /** In a batch, the client folds the error replies into one of another prefix. */
  static boolean isNotThere(Throwable failure) {
    return failure instanceof ErrorType && failure.toString().contains(NOT_THERE);
  }

  private static String sha1(String text) {
    try {
      // Not for secrecy: EVALSHA names scripts by SHA-1.
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
