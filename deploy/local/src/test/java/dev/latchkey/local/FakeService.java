package dev.latchkey.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Stands for a service: takes its ports from the environment, is ready, and says what it is. */
public final class FakeService {

  private FakeService() {}

  /** Serves until it is ended; unless it is told to fail. */
  public static void main(String[] args) throws IOException {
    if (System.getenv("FAKE_FAILURE") != null) {
      System.out.println("Cannot start: " + System.getenv("FAKE_FAILURE"));
      System.exit(3);
    }
    serve(System.getenv("QUARKUS_HTTP_PORT"), System.getenv("LATCHKEY_PUBLIC_URL"));
    serve(System.getenv("QUARKUS_MANAGEMENT_PORT"), "UP");
  }

  private static void serve(String port, String text) throws IOException {
    var server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 10);
    server.createContext(
        "/",
        exchange -> {
          var body = text.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
