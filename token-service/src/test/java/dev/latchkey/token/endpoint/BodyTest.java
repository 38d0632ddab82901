package dev.latchkey.token.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.RawRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the body of a request arrives. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class BodyTest {

  private static final String POLL =
      "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
          + "&client_id=living-room-tv&device_code=nobodys";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void aBodyThatComesByteByByteIsRead() throws IOException {
    // Given
    var request = RawRequest.byteByByte(POLL).with("Connection: close");

    // When
    var answer = request.exchange();

    // Then
    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("invalid_grant");
  }

  @Test
  void aBodyThatDoesNotSayItsLengthIsRefusedWhenItIsTooLargeAndTheConnectionEnds()
      throws IOException {
    // Given
    var request =
        new RawRequest("Transfer-Encoding: chunked", "9000\r\n" + "x".repeat(0x9000) + "\r\n");

    // When
    var answer = request.exchange();

    // Then
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("no-store", "invalid_request");
  }

  @Test
  void aBodyThatNeverComesIsGivenUp() throws IOException {
    // Given
    var request = new RawRequest("Content-Length: 100", "grant_type=");

    // When
    var answer = request.exchange();

    // Then
    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("no-store", "invalid_request");
  }

  @Test
  void whoAsksWhetherToGoOnIsTold() throws IOException {
    // Given
    var request = RawRequest.form(POLL).with("Expect: 100-continue").with("Connection: close");

    // When
    var answer = request.exchange();

    // Then
    assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("invalid_grant");
  }
}
