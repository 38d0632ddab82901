package dev.latchkey.oauth.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** The span of one request. It ends once: what comes later is not heard. */
public final class RequestSpan {

  /** Of a request that is not traced. */
  public static final RequestSpan NONE = new RequestSpan(null, "");

  private static final int FIRST_FAILURE = 500;

  private final @Nullable Span span;
  private final String method;

  RequestSpan(@Nullable Span span, String method) {
    this.span = span;
    this.method = method;
  }

  /** Which of our paths it was; not known before the request has found its resource. */
  void at(@Nullable String route) {
    if (span != null && route != null) {
      span.updateName(method + " " + route);
      span.setAttribute(Attribute.ROUTE, route);
    }
  }

  /** It was answered so. */
  public void answered(int status) {
    if (span != null) {
      span.setAttribute(Attribute.STATUS, status);
      if (status >= FIRST_FAILURE) {
        span.setStatus(StatusCode.ERROR);
      }
      end(span);
    }
  }

  /** Nobody waits for an answer any more. */
  public void abandoned() {
    if (span != null) {
      span.setAttribute(Attribute.ERROR, "abandoned");
      end(span);
    }
  }

  private static void end(Span span) {
    if (span.isRecording()) {
      span.end();
    }
  }
}
