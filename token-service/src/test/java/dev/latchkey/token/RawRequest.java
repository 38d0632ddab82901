package dev.latchkey.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A request to the token endpoint as bytes, for what no HTTP client would send. */
public record RawRequest(String head, String body) {

  private static final String HEAD =
      """
      POST /oauth/token HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/x-www-form-urlencoded\r
      """;

  private static final int TIMEOUT_MILLIS = 20_000;

  /** A whole form. */
  public static RawRequest form(String form) {
    return new RawRequest("Content-Length: " + form.length(), form);
  }

  /** A form in chunks of one byte each. */
  public static RawRequest byteByByte(String form) {
    var chunks = new StringBuilder();
    form.chars().forEach(c -> chunks.append("1\r\n").append((char) c).append("\r\n"));
    return new RawRequest("Transfer-Encoding: chunked", chunks + "0\r\n\r\n");
  }

  /** The same with one more line in its head. */
  public RawRequest with(String line) {
    return new RawRequest(head + "\r\n" + line, body);
  }

  /** A connection on which it was sent. */
  public Socket send() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.getOutputStream().write((HEAD + head + "\r\n\r\n" + body).getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** All that comes back until the server hangs up. */
  public String exchange() throws IOException {
    try (var socket = send()) {
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }
}
