package dev.latchkey.token.device.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** The head of a request as bytes, for what no HTTP client would send. */
record RawAdminRequest(String head) {

  private static final int TIMEOUT_MILLIS = 20_000;

  static RawAdminRequest of(String methodAndAddress) {
    return new RawAdminRequest(methodAndAddress + " HTTP/1.1\r\nHost: localhost");
  }

  RawAdminRequest with(String line) {
    return new RawAdminRequest(head + "\r\n" + line);
  }

  /** The head of the answer. */
  String answer() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(US_ASCII));
      socket.getOutputStream().flush();
      var answer = new StringBuilder();
      var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      for (var line = reader.readLine();
          line != null && !line.isEmpty();
          line = reader.readLine()) {
        answer.append(line).append('\n');
      }
      return answer.toString();
    }
  }
}
