package dev.latchkey.oauth.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.oauth.error.NoStore;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes answers: JSON, which no cache keeps unless it says so itself. */
@ApplicationScoped
class AnswerWriter {

  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private final ObjectMapper json;

  AnswerWriter(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Writes an answer and ends it, unless the client has gone.
   *
   * @param answer its entity is a record for Jackson, or a {@link Buffer} that is JSON already
   */
  void write(HttpServerResponse response, RestResponse<?> answer) {
    if (response.ended() || response.closed()) {
      return;
    }
    var body = body(answer.getEntity());
    var headers = response.setStatusCode(answer.getStatus()).headers();
    var own = answer.getHeaders();
    // Refusals bring both with them: nothing is written twice on the way of a poll.
    if (!own.containsKey(jakarta.ws.rs.core.HttpHeaders.CONTENT_TYPE)) {
      headers.set(HttpHeaders.CONTENT_TYPE, JSON);
    }
    if (!own.containsKey(jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL)) {
      NoStore.HEADERS.forEach(headers::set);
    }
    own.forEach((name, values) -> values.forEach(v -> headers.set(name, v.toString())));
    var unused = response.end(body);
  }

  private Buffer body(Object entity) {
    try {
      return entity instanceof Buffer ready ? ready : Buffer.buffer(json.writeValueAsBytes(entity));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body of ours is no JSON", e);
    }
  }
}
