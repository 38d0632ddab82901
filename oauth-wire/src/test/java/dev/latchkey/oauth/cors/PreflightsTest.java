package dev.latchkey.oauth.cors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightsTest {

  private static final String TV = "https://tv.example.com";
  private static final int LEFT_ALONE = 418;

  private final List<String> asked = new ArrayList<>();
  private final Preflights preflights = new Preflights(this::isAllowed);
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private boolean storeIsAway;

  PreflightsTest() {
    var router = Router.router(vertx);
    router.route().handler(preflights::check);
    router.route().handler(exchange -> exchange.response().setStatusCode(LEFT_ALONE).end());
    server = vertx.createHttpServer().requestHandler(router);
  }

  @BeforeEach
  void open() {
    server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Uni<Boolean> isAllowed(String origin) {
    asked.add(origin);
    return storeIsAway
        ? Uni.createFrom().failure(new StoreUnavailableException("away"))
        : Uni.createFrom().item(Set.of(TV, "null").contains(origin));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/oauth/device/code,POST",
    "/oauth2/device_authorize,POST",
    "/oauth/token,POST",
    "/oauth2/token,POST",
    "/oauth/revoke,POST",
    "/oauth2/revoke,POST",
    "/userinfo,'GET, HEAD, POST'",
    "/oauth2/userinfo,'GET, HEAD, POST'"
  })
  void aPageOfAClientMayCall(String path, String methods) throws Exception {
    // When
    var answer = preflight(path, TV);

    // Then
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().map())
        .containsEntry("access-control-allow-origin", List.of(TV))
        .containsEntry("access-control-allow-methods", List.of(methods))
        .containsEntry(
            "access-control-allow-headers", List.of("Authorization, Content-Type, DPoP, Prefer"))
        .containsEntry("access-control-max-age", List.of("600"))
        .containsEntry("vary", List.of("origin"))
        .doesNotContainKey("access-control-allow-credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example.com",
        "http://tv.example.com",
        "https://tv.example.com:8443",
        "https://tv.example.com/",
        "HTTPS://TV.EXAMPLE.COM",
        "null",
        "*"
      })
  void anyOtherPageMayNot(String origin) throws Exception {
    // When
    var answer = preflight("/oauth/token", origin);

    // Then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"error\":\"invalid_request\"", "error_description");
    assertThat(answer.headers().map())
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("content-type", List.of("application/json"));
    assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-"));
  }

  @Test
  void whatIsNoOriginIsNotLookedUp() throws Exception {
    // When
    preflight("/oauth/token", "https://" + "x".repeat(300));

    // Then
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.well-known/openid-configuration", "/.well-known/jwks.json"})
  void metadataAndKeysAreForEveryPage(String path) throws Exception {
    // When
    var answer = preflight(path, "https://other.example.com");

    // Then
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map())
        .containsEntry("access-control-allow-origin", List.of("*"))
        .containsEntry("access-control-allow-methods", List.of("GET, HEAD"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth/introspect",
        "/oauth2/introspect",
        "/admin/keys",
        "/oauth/token/",
        "/internal/devices",
        "/"
      })
  void nothingElseIsForPages(String path) throws Exception {
    // When
    var answer = preflight(path, TV);

    // Then
    assertThat(answer.statusCode()).isEqualTo(LEFT_ALONE);
    assertThat(asked).isEmpty();
  }

  @Test
  void otherRequestsAreLeftAlone() throws Exception {
    // When
    var statuses =
        List.of(
            send("OPTIONS", "/oauth/token", Map.of()).statusCode(),
            send("OPTIONS", "/oauth/token", Map.of("Origin", TV)).statusCode(),
            send("OPTIONS", "/oauth/token", Map.of("Access-Control-Request-Method", "POST"))
                .statusCode(),
            send("POST", "/oauth/token", Map.of("Origin", TV)).statusCode());

    // Then
    assertThat(statuses).containsOnly(LEFT_ALONE);
  }

  @Test
  void aStoreThatIsAwayIsNoRefusal() throws Exception {
    // Given
    storeIsAway = true;

    // When
    var answer = preflight("/oauth/token", TV);

    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("\"error\":\"temporarily_unavailable\"");
    assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[5-9]");
    assertThat(answer.headers().map()).containsEntry("cache-control", List.of("no-store"));
  }

  private HttpResponse<String> preflight(String path, String origin) throws Exception {
    return send(
        "OPTIONS",
        path,
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", "POST",
            "Access-Control-Request-Headers", "dpop"));
  }

  private HttpResponse<String> send(String method, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort() + path))
            .method(method, BodyPublishers.noBody());
    headers.forEach(request::header);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
