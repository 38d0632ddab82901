package dev.latchkey.authz.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Byte by byte, because clients repair requests before they send them. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class FrameworkAnswersTest {

  private static final String POST = "POST /oauth/device/code HTTP/1.1\r\n";

  @Test
  void aBodyBeyondReasonThatDoesNotSayItsLengthIsRefused() throws IOException {
    // Given
    var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

    // When
    var answer =
        send(
            POST
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Transfer-Encoding: chunked\r\n",
            chunk.repeat(10) + "0\r\n\r\n");

    // Then
    isRefusal(answer, 413);
  }

  @Test
  void nothingAtAllIsABadRequest() throws IOException {
    // When
    var answer = send(POST + "Content-Length: 0\r\n", "");

    // Then
    isRefusal(answer, 400);
  }

  @Test
  void aBodyThatDoesNotSayWhatItIsIsRefused() throws IOException {
    // When
    var answer = send(POST + "Content-Length: 12\r\n", "client_id=tv");

    // Then
    isRefusal(answer, 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS"})
  void anotherMethodIsToldTheRightOne(String method) throws IOException {
    // When
    var answer = send(method + " /oauth2/device_authorize HTTP/1.1\r\n", "");

    // Then
    if (method.equals("HEAD")) {
      assertThat(answer).startsWith("http/1.1 405 ").contains("cache-control: no-store");
    } else {
      isRefusal(answer, 405);
    }
    assertThat(answer).containsPattern("allow: post\r\n");
  }

  private static void isRefusal(String answer, int status) {
    assertThat(answer)
        .startsWith("http/1.1 " + status + " ")
        .contains("cache-control: no-store")
        .contains("\"error\":\"invalid_request\"");
  }

  /** The whole answer in small letters. */
  private static String send(String head, String body) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      var text = head + "Host: localhost\r\nConnection: close\r\n\r\n" + body;
      try {
        socket.getOutputStream().write(text.getBytes(UTF_8));
      } catch (SocketException e) {
        // Refused before all of it was sent.
      }
      return new String(socket.getInputStream().readAllBytes(), UTF_8).toLowerCase(Locale.ROOT);
    }
  }
}
