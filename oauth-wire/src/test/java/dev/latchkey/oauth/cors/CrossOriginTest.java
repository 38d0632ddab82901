package dev.latchkey.oauth.cors;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

  private static final String TV = "https://tv.example.com";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aPageOfTheClientMayReadTheAnswer() throws Exception {
    // When
    var headers = answerTo(TV, Set.of(TV));

    // Then
    assertThat(headers.map())
        .containsEntry("access-control-allow-origin", List.of(TV))
        .containsEntry(
            "access-control-expose-headers",
            List.of("DPoP-Nonce, Preference-Applied, Retry-After, WWW-Authenticate"))
        .containsEntry("vary", List.of("accept", "origin"))
        .doesNotContainKey("access-control-allow-credentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://other.example.com", "https://TV.example.com", "null"})
  void anyOtherPageMayNot(String origin) throws Exception {
    // When
    var headers = answerTo(origin, Set.of(TV, "null", "*"));

    // Then
    assertThat(headers.map()).containsEntry("vary", List.of("accept", "origin"));
    assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-"));
  }

  /** The headers of an answer that varies by another header too. */
  private HttpHeaders answerTo(String origin, Set<String> allowed) throws Exception {
    var server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  request.response().putHeader("Vary", "accept");
                  CrossOrigin.allow(request, allowed);
                  // Whoever calls it again adds nothing.
                  CrossOrigin.allow(request, allowed);
                  request.response().end();
                })
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
              .header("Origin", origin)
              .build();
      return client.send(request, BodyHandlers.ofString()).headers();
    }
  }
}
