package dev.latchkey.fleet.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fleet.FakeServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowserTest {

  private final Vertx vertx = Vertx.vertx();
  private final FakeServer server = new FakeServer();
  private final Browser browser = new Browser(vertx.createHttpClient(), new AllowedHosts(Set.of()));

  @AfterEach
  void close() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aRedirectThatKeepsTheMethodRepeatsTheForm() {
    // Given
    redirect("/decide", 307, "/decide/here");
    redirect("/decide/here", 308, "/done");

    // When
    page(browser.submit(form("/decide", true)));

    // Then
    assertThat(server.asked("/done"))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.form()).isEqualTo(Map.of("decision", "approve"));
              assertThat(asked.headers())
                  .containsEntry("origin", server.at("").toString())
                  .containsEntry("content-type", "application/x-www-form-urlencoded");
            });
  }

  @Test
  void otherRedirectsAreFollowedByAGet() {
    // Given
    redirect("/decide", 303, "/done");

    // When
    page(browser.submit(form("/decide", true)));

    // Then
    assertThat(server.asked("/done")).singleElement().matches(asked -> asked.form().isEmpty());
  }

  @Test
  void aRepeatedFormGoesToAgreedHostsOnly() {
    // Given
    redirect("/decide", 307, "https://elsewhere.example.com/decide");

    // Then
    assertThatThrownBy(() -> page(browser.submit(form("/decide", true))))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("the way leads to elsewhere.example.com");
  }

  @Test
  void redirectsThatKeepTheMethodEndToo() {
    // Given
    redirect("/decide", 307, "/decide");

    // Then
    assertThatThrownBy(() -> page(browser.submit(form("/decide", true))))
        .hasMessageContaining("too many redirects");
    assertThat(server.asked("/decide")).hasSize(11);
  }

  @Test
  void aFormThatGetsKeepsTheLastSegmentOfItsPath() {
    // Given
    redirect("/a/activate", 303, "/done");

    // When
    page(browser.submit(form("/a/activate?old=1", false)));

    // Then
    assertThat(server.asked("/a/activate")).hasSize(1);
    assertThat(Links.query(URI.create("http://localhost/a/activate?old=1#x"), "user_code=A%2DB"))
        .isEqualTo(URI.create("http://localhost/a/activate?user_code=A%2DB"));
    assertThat(Links.resolve(URI.create("http://localhost/a/activate"), "?step=2"))
        .isEqualTo(URI.create("http://localhost/a/activate?step=2"));
  }

  private void redirect(String from, int status, String to) {
    var before = server.instead;
    server.instead =
        question -> {
          if (question.asked().path().equals("/done")) {
            question.response().end("<title>Done</title>");
            return true;
          }
          if (!question.asked().path().equals(from)) {
            return before.test(question);
          }
          question.response().setStatusCode(status).putHeader("Location", to).end();
          return true;
        };
  }

  private PageForm form(String action, boolean posts) {
    return new PageForm(
        server.at("/pages"), server.at(action), posts, Map.of("decision", "approve"));
  }

  private static Document page(Future<Document> page) {
    return page.toCompletionStage().toCompletableFuture().join();
  }
}
