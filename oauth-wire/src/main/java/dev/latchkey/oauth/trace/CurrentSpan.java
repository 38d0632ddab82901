package dev.latchkey.oauth.trace;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/** The span of a request, kept in its Vert.x context with what log lines say of it. */
final class CurrentSpan {

  private static final String TRACE_ID = "traceId";
  private static final String SPAN_ID = "spanId";

  private CurrentSpan() {}

  /**
   * Keeps it.
   *
   * @param context a request's own, never one that requests share
   */
  static void put(Context context, Span span) {
    context.putLocal(CurrentSpan.class, span);
    VertxMDC.INSTANCE.put(TRACE_ID, span.getSpanContext().getTraceId(), context);
    VertxMDC.INSTANCE.put(SPAN_ID, span.getSpanContext().getSpanId(), context);
  }

  /** Null where nothing is done for a request that is traced. */
  static @Nullable Span at(@Nullable Context context) {
    // Others keep nothing, as many share them: asking them for it fails.
    return context != null && VertxContext.isDuplicatedContext(context)
        ? context.getLocal(CurrentSpan.class)
        : null;
  }
}
