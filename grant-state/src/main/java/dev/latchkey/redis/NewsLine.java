package dev.latchkey.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.function.Consumer;

/** One connection of those that {@link NewsConnection} has in the course of time. */
final class NewsLine {

  /** What is published comes under this name. */
  static final String NEWS = "smessage";

  private final RedisConnection connection;
  private final OwnConnection owner;
  private final Probes probes = new Probes();

  /** Open; the owner closes it. */
  NewsLine(RedisConnection connection, OwnConnection owner) {
    this.connection = connection;
    this.owner = owner;
  }

  RedisConnection connection() {
    return connection;
  }

  Probes probes() {
    return probes;
  }

  void send(Command command, String channel, Consumer<Throwable> failed) {
    connection.send(Request.cmd(command).arg(channel)).onFailure(failed::accept);
  }

  void probe(Consumer<Throwable> failed) {
    probes.next().forEach(channel -> send(Command.SUNSUBSCRIBE, channel, failed));
  }

  void close() {
    owner.close();
  }

  static boolean isNews(Response message) {
    return message.type() != ResponseType.ERROR
        && message.size() > 2
        && message.get(0).toString().equals(NEWS);
  }
}
