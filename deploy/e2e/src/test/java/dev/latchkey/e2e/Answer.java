package dev.latchkey.e2e;

import java.net.http.HttpHeaders;
import java.util.Map;

/**
 * What an endpoint said.
 *
 * @param body its JSON object; empty if there was no body
 */
record Answer(int status, Map<String, Object> body, HttpHeaders headers) {

  boolean hasTokens() {
    return status == 200 && body.containsKey("access_token");
  }

  boolean retryAfter() {
    return headers.firstValue("Retry-After").isPresent();
  }

  /** Whether the server wants no further request on this connection. */
  boolean isTheLast() {
    return headers.allValues("Connection").contains("close");
  }

  String error() {
    return text("error");
  }

  String accessToken() {
    return text("access_token");
  }

  String refreshToken() {
    return text("refresh_token");
  }

  String text(String member) {
    return Json.text(body, member);
  }

  /** Without what is secret: failing tests print answers. */
  @Override
  public String toString() {
    return "Answer[%d %s]".formatted(status, body.getOrDefault("error", body.keySet()));
  }
}
