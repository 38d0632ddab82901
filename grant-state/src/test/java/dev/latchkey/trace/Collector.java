package dev.latchkey.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

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
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a service under test sends its spans: all of them, at once. Tests get at it by a field of
 * this type.
 */
public final class Collector implements QuarkusTestResourceLifecycleManager {

  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
    return Map.of(
        "latchkey.traces.endpoint", "http://127.0.0.1:" + server.getAddress().getPort(),
        "latchkey.traces.headers", "x-key=from%20the%20test",
        "latchkey.traces.poll-ratio", "1",
        "latchkey.traces.per-second", "1000");
  }

  private void take(HttpExchange exchange) throws IOException {
    var known = "from the test".equals(exchange.getRequestHeaders().getFirst("x-key"));
    try (exchange;
        var body = new GZIPInputStream(exchange.getRequestBody())) {
      if (known) {
        bodies.add(body.readAllBytes());
      }
      exchange.sendResponseHeaders(known ? 200 : 401, -1);
    }
  }

  /** All that have come. */
  public List<TracedSpan> spans() {
    return bodies.stream().flatMap(TracedSpan::all).toList();
  }

  /** Those of one trace. */
  public List<TracedSpan> trace(String id) {
    return spans().stream().filter(span -> span.trace().equals(id)).toList();
  }

  /** Whether such a span has come. */
  public boolean has(Predicate<TracedSpan> such) {
    return spans().stream().anyMatch(such);
  }

  /** Whether that stands anywhere in what has come. */
  public boolean holds(String text) {
    return bodies.stream().anyMatch(body -> new String(body, ISO_8859_1).contains(text));
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(Collector.class));
  }

  @Override
  public void stop() {
    requireNonNull(server).stop(0);
  }
}
