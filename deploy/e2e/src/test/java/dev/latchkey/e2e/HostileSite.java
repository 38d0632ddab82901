package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A web site of somebody else, on another host than ours, with one page of their making. */
final class HostileSite implements AutoCloseable {

  private static final int PORT = 18640;

  private final HttpServer server;

  HostileSite(String page) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var body = page.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  /** By its number, where we go by our name: another site to every browser. */
  URI address() {
    return URI.create("http://127.0.0.1:" + PORT + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
