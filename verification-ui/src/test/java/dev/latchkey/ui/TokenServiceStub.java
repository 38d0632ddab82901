package dev.latchkey.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where token-service would be: keeps the requests it gets and answers as it is told. What
 * token-service itself makes of a ticket is tested there, and both together by the whole-system
 * tests.
 */
public final class TokenServiceStub implements QuarkusTestResourceLifecycleManager {

  /** An answer that never comes. */
  public static final int SILENCE = 0;

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server;

  public TokenServiceStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/devices", this::answer);
    server.start();
    return Map.of(
        "latchkey.token-service.url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on it answers so. */
  public void answers(int code) {
    bodies.clear();
    status.set(code);
  }

  /** The forms it was sent since. */
  public List<String> sent() {
    return List.copyOf(bodies);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      var code = status.get();
      if (code == SILENCE) {
        end.await();
      } else if (code == 307) {
        exchange.getResponseHeaders().set("Location", "/internal/devices?again");
        exchange.sendResponseHeaders(code, -1);
      } else {
        exchange.sendResponseHeaders(code, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(TokenServiceStub.class));
  }

  @Override
  public void stop() {
    end.countDown();
    server.stop(0);
  }
}
