package dev.latchkey.oauth.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.dpop.ProofEndpoint;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Answers {@code <status for a GET> <for a write that needs If-Match> <for one that does not>}; the
 * state is version 7.
 */
class PreconditionsTest {

  private static final ETag CURRENT = ETag.ofVersion(7);

  private @Nullable ProofEndpoint endpoint;

  @BeforeEach
  void open() throws Exception {
    endpoint =
        new ProofEndpoint(
            request -> {
              var read = Preconditions.answer(request, CURRENT, "body").getStatus();
              var required = status(() -> Preconditions.requireMatch(request, CURRENT));
              var checked = status(() -> Preconditions.checkMatch(request, CURRENT));
              return Uni.createFrom().item(read + " " + required + " " + checked);
            });
  }

  @AfterEach
  void close() {
    endpoint().close();
  }

  @ParameterizedTest(name = "If-Match: {0} is answered {1}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "\"7\" | 200",
        "* | 200",
        "\"6\", \"7\" | 200",
        "W/\"7\" | 412",
        "\"6\" | 412",
        "7 | 412",
      })
  void aWriteNeedsTheStateThatItChanges(String sent, String status) throws Exception {
    // When
    var answer = send("If-Match", sent);

    // Then
    assertThat(answer).isEqualTo("200 " + status + " " + status);
  }

  @ParameterizedTest(name = "If-None-Match: {0} is answered {1}")
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {"\"7\" | 304", "* | 304", "W/\"7\" | 304", "\"5\", W/\"7\" | 304", "\"6\" | 200"})
  void aReadSkipsTheStateThatIsKnown(String sent, String status) throws Exception {
    // When
    var answer = send("If-None-Match", sent);

    // Then
    assertThat(answer).isEqualTo(status + " 428 200");
  }

  @Test
  void equalBytesAreOneState() {
    assertThat(ETag.ofBytes("a".getBytes(UTF_8))).isEqualTo(ETag.ofBytes("a".getBytes(UTF_8)));
    assertThat(ETag.ofBytes("b".getBytes(UTF_8)).toString())
        .isNotEqualTo(ETag.ofBytes("a".getBytes(UTF_8)).toString())
        .matches("\"[A-Za-z0-9_-]+\"");
  }

  private static int status(Runnable check) {
    try {
      check.run();
      return 200;
    } catch (ProblemException e) {
      return e.problem().status();
    }
  }

  private String send(String header, String value) throws Exception {
    return endpoint().send(endpoint().request("/admin/x").header(header, value)).body();
  }

  private ProofEndpoint endpoint() {
    return Objects.requireNonNull(endpoint);
  }
}
