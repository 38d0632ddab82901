package dev.latchkey.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Objects;

/** Someone who listens to a sharded channel. */
public final class RedisSubscription implements AutoCloseable {

  private final RedisSocket connection;

  RedisSubscription(int port, String channel) {
    try {
      connection = new RedisSocket(port);
      connection.write("SSUBSCRIBE", channel);
      connection.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next message; fails if none comes within seconds. */
  public String next() {
    try {
      var message = (List<?>) Objects.requireNonNull(connection.read());
      return String.valueOf(message.get(2));
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no message came", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
