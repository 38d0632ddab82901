package dev.latchkey.local;

/** What the gateway says for a service that is away: a failure is never an answer (section 2). */
public enum Absence {
  /** Devices stop at any error they do not know (RFC 8628 section 3.5), so it is one they know. */
  POLL(
      "application/json",
      """
      {"error":"slow_down","error_description":"The token service is away for a moment."}\
      """),
  OAUTH(
      "application/json",
      """
      {"error":"temporarily_unavailable","error_description":"The service is away for a moment."}\
      """),
  PAGE(
      "text/plain; charset=utf-8",
      "This page is away for a moment. Please try again in a few seconds.\n");

  private final String contentType;
  private final String body;

  Absence(String contentType, String body) {
    this.contentType = contentType;
    this.body = body;
  }

  String contentType() {
    return contentType;
  }

  String body() {
    return body;
  }
}
