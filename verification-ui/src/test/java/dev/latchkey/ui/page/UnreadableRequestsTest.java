package dev.latchkey.ui.page;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class UnreadableRequestsTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Phone phone = new Phone();
  private String csrf = "";

  @BeforeEach
  void aFormIsOpen() {
    csrf = Phone.hidden(phone.open("/device"), "/device").getOrDefault("csrf", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/device",
        "/device/confirm",
        "/device/consent",
        "/device/number",
        "/login",
        "/logout"
      })
  void aBrokenEscapeIsABadRequest(String path) {
    // Given
    var request = request(FORM).body("csrf=" + csrf + "&user_code=%ZZ");

    // When
    var answer = request.post(path);

    // Then
    answer
        .then()
        .statusCode(400)
        .contentType(startsWith("text/html"))
        .body(containsString("We could not read that"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"user_code=%FF", "user_code=A%00", "user_code=A&user_code=B", "csrf=again"})
  void whatIsAmbiguousIsABadRequest(String more) {
    // Given
    var request = request(FORM).body("csrf=" + csrf + "&" + more);

    // When
    var answer = request.post("/device");

    // Then
    answer.then().statusCode(400).body(containsString("We could not read that"));
  }

  @Test
  void aThousandFieldsAreABadRequest() {
    // Given
    var request = request(FORM).body("csrf=" + csrf + "&a=".repeat(2000));

    // When
    var answer = request.post("/device");

    // Then
    answer.then().statusCode(400).body(containsString("We could not read that"));
  }

  @Test
  void aBodyThatIsNoFormIsRefusedByAPage() {
    // Given
    var request = request("application/json").body("{\"user_code\":\"WDJB-MJHT\"}");

    // When
    var answer = request.post("/device");

    // Then
    answer.then().statusCode(415).contentType(startsWith("text/html"));
  }

  @Test
  void aBodyThatIsTooLongIsRefusedByAPage() {
    // Given
    var request = request(FORM).body("csrf=" + csrf + "&user_code=" + "B".repeat(20_000));

    // When
    var answer = request.post("/device");

    // Then
    answer.then().statusCode(413).body(containsString("That was too long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void anotherMethodIsRefusedByAPage(String method) {
    // When
    var answer = request(FORM).request(method, "/device");

    // Then
    answer.then().statusCode(405).contentType(startsWith("text/html"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "DELETE, /device, 'GET, HEAD, POST'",
    "GET, /logout, POST",
    "POST, /device/qr/WDJB-MJHT.svg, 'GET, HEAD'",
    "OPTIONS, /account, 'GET, HEAD'",
    "OPTIONS, /account/password, POST",
    "OPTIONS, /devices/disowned, 'GET, HEAD'",
    "OPTIONS, /devices/unlink-all, 'GET, HEAD, POST'",
    "OPTIONS, /devices/00000000-0000-4000-8000-000000000000/name, POST",
    "OPTIONS, /assets/latchkey.css, 'GET, HEAD'"
  })
  void anotherMethodIsToldTheRightOnes(String method, String path, String allowed) {
    // When
    var answer = request(FORM).request(method, path);

    // Then
    answer.then().statusCode(405).header("Allow", allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/device/confirm", "/device/consent"})
  void aFormWithoutAnAnswerIsNoAnswer(String path) {
    // Given
    var request = request(FORM).body("csrf=" + csrf);

    // When
    var answer = request.post(path);

    // Then
    answer.then().statusCode(303);
  }

  private RequestSpecification request(String contentType) {
    return given()
        .redirects()
        .follow(false)
        .cookie("latchkey", phone.cookie("latchkey"))
        .contentType(contentType);
  }

  /** By the framework, before any route. */
  @ParameterizedTest
  @ValueSource(strings = {"/device?user_code=%ZZ", "/device?user_code=%", "/device/%G0"})
  void aBrokenEscapeInTheAddressIsABadRequest(String address) throws IOException {
    // When
    var answer =
        raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void aBodyThatDoesNotSayItsLengthHasALimitToo() throws IOException {
    // Given
    var head =
        String.join(
            "\r\n",
            "POST /device HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Transfer-Encoding: chunked",
            "Content-Type: " + FORM,
            "",
            "");
    var chunk = "1000\r\n" + "B".repeat(0x1000) + "\r\n";

    // When
    var answer = raw(head + chunk.repeat(8) + "0\r\n\r\n");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 413").contains("That was too long");
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
