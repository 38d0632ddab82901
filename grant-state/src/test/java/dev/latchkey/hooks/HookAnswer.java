package dev.latchkey.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** What a hook does with a request. */
@FunctionalInterface
public interface HookAnswer {

  void to(HttpExchange request) throws IOException;

  /** As it should. */
  static HookAnswer json(String body) {
    return of(200, "application/json", body);
  }

  static HookAnswer of(int status, String type, String body) {
    return request -> {
      request.getResponseHeaders().add("Content-Type", type);
      var bytes = body.getBytes(UTF_8);
      request.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      request.getResponseBody().write(bytes);
    };
  }

  static HookAnswer redirect(String path) {
    return request -> {
      request.getResponseHeaders().add("Location", path);
      request.sendResponseHeaders(307, -1);
    };
  }

  /** Nothing until then. */
  static HookAnswer hang(CountDownLatch then) {
    return request -> await(then);
  }

  /** Half an answer, and no more until then. */
  static HookAnswer stall(CountDownLatch then) {
    return request -> {
      request.getResponseHeaders().add("Content-Type", "application/json");
      request.sendResponseHeaders(200, 0);
      request.getResponseBody().write("{\"decision\":".getBytes(UTF_8));
      request.getResponseBody().flush();
      await(then);
    };
  }

  private static void await(CountDownLatch then) {
    try {
      then.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
