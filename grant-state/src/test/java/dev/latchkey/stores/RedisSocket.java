package dev.latchkey.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** One connection to a server on loopback that speaks RESP2 and knows no more than that. */
final class RedisSocket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Socket socket = new Socket();
  private final InputStream in;

  RedisSocket(int port) throws IOException {
    var patience = Math.toIntExact(PATIENCE.toMillis());
    socket.setSoTimeout(patience);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends one command on a connection of its own. */
  static @Nullable Object ask(int port, String... command) {
    try (var connection = new RedisSocket(port)) {
      connection.write(command);
      return connection.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String... command) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("*" + command.length + "\r\n").getBytes(UTF_8));
    for (var word : command) {
      var value = word.getBytes(UTF_8);
      bytes.writeBytes(("$" + value.length + "\r\n").getBytes(UTF_8));
      bytes.writeBytes(value);
      bytes.writeBytes("\r\n".getBytes(UTF_8));
    }
    bytes.writeTo(socket.getOutputStream());
  }

  @Nullable Object read() throws IOException {
    var head = line();
    var rest = head.substring(1);
    return switch (head.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.parseLong(rest);
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> array(Integer.parseInt(rest));
      default -> throw new IllegalStateException(rest);
    };
  }

  private @Nullable String bulk(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    var value = new String(in.readNBytes(length), UTF_8);
    in.skipNBytes(2);
    return value;
  }

  private @Nullable Object array(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    var elements = new ArrayList<@Nullable Object>();
    for (var i = 0; i < length; i++) {
      elements.add(read());
    }
    return elements;
  }

  private String line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\r'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("Redis hung up");
      }
      bytes.write(next);
    }
    in.skipNBytes(1);
    return bytes.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
