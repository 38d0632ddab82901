package dev.latchkey.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.bench.load.Order;
import dev.latchkey.bench.stand.Database;
import dev.latchkey.bench.stand.RedisAccess;
import dev.latchkey.bench.stand.Server;
import dev.latchkey.bench.stand.Servers;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Grants to measure with. Devices ask for them as they always do; what a person would do with them
 * is written into Redis, as docs/redis-schema.md describes it.
 *
 * @param connections to ask and to poll on
 */
public record Grants(
    Meter meter,
    Servers servers,
    RedisAccess redis,
    Database database,
    Path scratch,
    int connections) {

  /** Of an order whose end is its number of requests. */
  static final Duration LONGEST = Duration.ofHours(1);

  static final String CLIENT = "bench-tv";
  public static final String ISSUED = "200";
  public static final String PENDING = "400 authorization_pending";

  private static final String DEVICE =
      "&device_name=Telly&device_model=Flat+55&app_version=4.2.1&ui_locales=en";

  /** As most devices ask. */
  public Order ask(String scope) {
    var form = "client_id=" + CLIENT + "&scope=" + scope.replace(' ', '+') + DEVICE;
    return Order.of(servers.authz().port(), "/oauth/device/code", form, connections, LONGEST);
  }

  /** Polls with device codes, or with what a baseline takes for one. */
  public Order poll(Server server, Path codes) {
    return Order.of(server.port(), "/oauth/token", pollForm(), connections, LONGEST).values(codes);
  }

  /** Polls for so long, when PostgreSQL has nothing left to do of what was before. */
  Work polling(Server server, Path codes, Duration time) {
    return new Work(List.of(server), poll(server, codes).time(time), PENDING, database::tidyUp);
  }

  /** Of a poll, up to the device code. */
  public String pollForm() {
    return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id="
        + CLIENT
        + "&device_code=";
  }

  /** Refreshes each token once, and keeps its successor in its place. */
  public Order refresh(Path tokens) {
    return Order.of(
            servers.token().port(),
            "/oauth/token",
            "grant_type=refresh_token&client_id=" + CLIENT + "&refresh_token=",
            connections,
            LONGEST)
        .values(tokens)
        .eachOnce()
        .keeping("refresh_token", tokens);
  }

  /**
   * A file of so many device codes of pending grants, in no order: a fleet does not poll in the
   * order in which Redis has stored it.
   */
  public Path pending(String name, long count, String scope) {
    var codes = scratch.resolve(name);
    var outcome = meter.run(ask(scope).requests(count).keeping("device_code", codes));
    if (outcome.count(ISSUED) != count) {
      throw new IllegalStateException("not every device got codes: " + outcome.answers());
    }
    shuffle(codes);
    return codes;
  }

  /**
   * Lets grants be polled as fast as the server can: the interval is 0, and poll.lua does with it
   * what it does with any other.
   */
  public void withoutPace(Path codes) {
    redis.forEach(
        lines(codes), code -> Request.cmd(Command.HSET).arg(key(code)).arg("interval").arg(0));
  }

  /** A file of the same grants' ids: what the baselines poll with, as they do not hash. */
  public Path ids(Path codes) {
    return write(codes.resolveSibling(codes.getFileName() + ".ids"), lines(codes), Grants::id);
  }

  /** A file of refresh tokens, of devices that were approved and have fetched their tokens. */
  public Path linked(String name, long count, String scope) {
    var codes = pending(name, count, scope);
    var subject = database.subject();
    redis.forEach(lines(codes), code -> approval(code, subject, scope));
    var redeem = poll(servers.token(), codes).eachOnce().keeping("refresh_token", codes);
    var outcome = meter.run(redeem);
    if (outcome.count(ISSUED) != count) {
      throw new IllegalStateException("not every device got tokens: " + outcome.answers());
    }
    return codes;
  }

  private static Request approval(String code, String subject, String scope) {
    return Request.cmd(Command.HSET)
        .arg(key(code))
        .arg("state")
        .arg("APPROVED")
        .arg("decision")
        .arg("APPROVED bench")
        .arg("browser")
        .arg("bench")
        .arg("subject")
        .arg(subject)
        .arg("granted")
        .arg(scope)
        .arg("auth_time")
        .arg(Instant.now().getEpochSecond())
        .arg("amr")
        .arg("pwd");
  }

  private static String key(String code) {
    return "grant:{" + id(code) + "}";
  }

  private static String id(String code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The values of both files, in no order. */
  static Path together(Path all, Path more) {
    try {
      Files.write(all, lines(more), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shuffle(all);
    return all;
  }

  private static void shuffle(Path values) {
    var lines = new ArrayList<>(lines(values));
    Collections.shuffle(lines, new Random(lines.size()));
    var unused = write(values, lines, value -> value);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, List<String> lines, Function<String, String> change) {
    try {
      return Files.write(file, lines.stream().map(change).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
