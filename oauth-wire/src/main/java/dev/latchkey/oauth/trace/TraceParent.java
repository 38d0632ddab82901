package dev.latchkey.oauth.trace;

import io.opentelemetry.api.trace.SpanContext;

/** The header that says which trace a request belongs to (W3C Trace Context, section 3.2). */
final class TraceParent {

  private TraceParent() {}

  static String of(SpanContext span) {
    return "00-%s-%s-%s"
        .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
  }
}
