package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A client's own server, where its public keys are: the {@code jwks_uri} of the test's registry.
 */
final class KeyServer implements AutoCloseable {

  private static final int PORT = 18620;

  private final HttpServer server;

  private volatile JWKSet keys = new JWKSet();

  KeyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.createContext("/jwks", this::answer);
    server.start();
  }

  void publish(JWK only) {
    keys = new JWKSet(only);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = keys.toString(true).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
