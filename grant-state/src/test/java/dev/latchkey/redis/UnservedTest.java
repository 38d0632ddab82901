package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the words of a real server. */
class UnservedTest {

  private static Redis client;

  @BeforeAll
  static void connect() {
    client = Topology.STANDALONE.connect();
  }

  @AfterAll
  static void close() {
    client.close();
  }

  /** A server whose default user has no password says it in other words than for other users. */
  @ParameterizedTest
  @ValueSource(strings = {"password", "somebody password"})
  void aServerThatDoesNotKnowUsAnyMoreIsLeft(String credentials) throws Exception {
    // Given
    var request = Request.cmd(Command.AUTH);
    List.of(credentials.split(" ")).forEach(request::arg);

    // When
    var reply = failureOf(request);

    // Then
    assertThat(Unserved.isWrongServer(reply)).as(reply.toString()).isTrue();
  }

  @Test
  void aMistakeOfOursIsNoReasonToLeave() throws Exception {
    // When
    var reply = failureOf(Request.cmd(Command.GET));

    // Then
    assertThat(Unserved.isWrongServer(reply)).as(reply.toString()).isFalse();
  }

  private static Throwable failureOf(Request request) throws Exception {
    return client
        .send(request)
        .map(answer -> (Throwable) new AssertionError("answered: " + answer))
        .otherwise(failure -> failure)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }
}
