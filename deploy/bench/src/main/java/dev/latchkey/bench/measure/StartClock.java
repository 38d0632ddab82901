package dev.latchkey.bench.measure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.bench.stand.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;

/** From the start of a server's process to its first answer that is a real one. */
public record StartClock(String request) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LOOK_AGAIN_MILLIS = 2;
  private static final int HEAD = "HTTP/1.1 200".length();
  private static final Set<String> ANSWERS = Set.of("HTTP/1.1 200", "HTTP/1.1 400");
  private static final double NANOS = 1e9;

  public static StartClock post(String path, String form) {
    return new StartClock(
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        Connection: close\r
        \r
        %s\
        """
            .formatted(path, form.length(), form));
  }

  public static StartClock get(String path) {
    return new StartClock(
        "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".formatted(path));
  }

  /** Stops the server, starts it, and answers the seconds that it took. */
  public double measure(Server server) {
    server.stop();
    var began = System.nanoTime();
    var starting = Thread.startVirtualThread(server::start);
    while (!answers(server.port())) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new IllegalStateException(server.title() + " does not answer");
      }
      pause();
    }
    var seconds = (System.nanoTime() - began) / NANOS;
    join(starting);
    return seconds;
  }

  /** Asks a server that runs so often. */
  public void repeat(Server server, int times) {
    for (var time = 0; time < times; time++) {
      if (!answers(server.port())) {
        throw new IllegalStateException(server.title() + " does not answer");
      }
    }
  }

  private boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return ANSWERS.contains(new String(socket.getInputStream().readNBytes(HEAD), US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
