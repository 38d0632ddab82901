package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RequestImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A Redis client as if pods of two neighbouring releases shared it: whatever script is called runs
 * as this release has it or as the one before had it, frozen in {@code compatibility/releases}.
 */
final class EitherRelease {

  static final Path BEFORE = Path.of("..", "compatibility", "releases", "pre-0.1.0", "lua");

  private static final Path NOW = Path.of("src", "main", "resources", "lua");

  private static final int SCRIPT = 0;

  /** After the script, the number of keys, the one key, and the lifetime. */
  private static final int CREATED_STATE = 4;

  /** By what names a script of now: its text or its digest. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, String> before;
  private final BooleanSupplier asBefore;

  /**
   * @param before the scripts of the other release, by their files' names
   * @param asBefore whether the next call is one of the other release
   */
  EitherRelease(Map<String, String> before, BooleanSupplier asBefore) {
    this.before = Map.copyOf(before);
    this.asBefore = asBefore;
    for (var name : scripts(NOW).keySet()) {
      var script = LuaScript.load(name);
      names.put(script.text(), name);
      names.put(sha1(script.text()), name);
    }
  }

  /** The scripts in a folder, by their files' names. */
  static Map<String, String> scripts(Path folder) {
    try (var files = Files.list(folder)) {
      var scripts = new HashMap<String, String>();
      for (var file : files.toList()) {
        scripts.put(file.getFileName().toString(), Files.readString(file));
      }
      return scripts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Redis on(Redis client) {
    return wrap(
        Redis.class,
        client,
        (method, result, arguments) ->
            method.equals("connect") ? ((Future<?>) result.get()).map(this::on) : result.get());
  }

  private Object on(Object connection) {
    return wrap(
        RedisConnection.class,
        (RedisConnection) connection,
        (method, result, arguments) -> {
          switch (method) {
            case "send" -> arguments[0] = either((Request) arguments[0]);
            case "batch" ->
                arguments[0] =
                    ((List<?>) arguments[0]).stream().map(r -> either((Request) r)).toList();
            default -> {}
          }
          return result.get();
        });
  }

  private Request either(Request request) {
    if (!request.command().equals(Command.EVALSHA) && !request.command().equals(Command.EVAL)) {
      return request;
    }
    var arguments = arguments(request);
    var name = names.getOrDefault(new String(arguments.get(SCRIPT), UTF_8), "none of ours");
    var text = before.get(name);
    if (text == null || !asBefore.getAsBoolean()) {
      return request;
    }
    return asBefore(name, arguments).map(sent -> evaluation(text, sent)).orElse(request);
  }

  private static Request evaluation(String script, List<byte[]> arguments) {
    var request = Request.cmd(Command.EVAL).arg(script);
    arguments.subList(SCRIPT + 1, arguments.size()).forEach(request::arg);
    return request;
  }

  /**
   * What the release before sends where its script takes other arguments; empty where it has no
   * such call.
   */
  private static Optional<List<byte[]>> asBefore(String name, List<byte[]> arguments) {
    if (!name.equals("create.lua")) {
      return Optional.of(arguments);
    }
    var sent = new ArrayList<>(arguments);
    var state = new String(sent.remove(CREATED_STATE), UTF_8);
    return state.equals("PENDING") ? Optional.of(sent) : Optional.empty();
  }

  /** The client's own notation, which it keeps to itself. */
  @SuppressWarnings("unchecked")
  private static List<byte[]> arguments(Request request) {
    try {
      var getter = RequestImpl.class.getDeclaredMethod("getArgs");
      getter.setAccessible(true);
      return (List<byte[]>) getter.invoke(request);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("requests of the Redis client are others now", e);
    }
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private interface Call {
    Object of(String method, Result result, Object[] arguments) throws Throwable;
  }

  private interface Result {
    Object get() throws Throwable;
  }

  private static <T> T wrap(Class<T> type, T wrapped, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                call.of(
                    method.getName(),
                    () -> {
                      try {
                        return method.invoke(wrapped, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    },
                    arguments)));
  }
}
