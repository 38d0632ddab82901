package dev.latchkey.oauth.trace;

import dev.latchkey.trace.RedisTraces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Begins spans, and finds the one of the request that is at hand. */
final class Tracing {

  private static final String NAME = "dev.latchkey";
  private static final String REDIS = "redis";

  /** A collector that is away does not keep a pod from ending. */
  private static final long PATIENCE_SECONDS = 2;

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  Tracing(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get(NAME);
  }

  /** The span of a request whose context is the current one; one that does nothing if it is not. */
  RequestSpan begin(HttpServerRequest http, @Nullable String route, @Nullable String kind) {
    var here = Vertx.currentContext();
    if (here == null || !VertxContext.isDuplicatedContext(here)) {
      return RequestSpan.NONE;
    }
    var method = Method.of(http.method());
    var caller =
        W3CTraceContextPropagator.getInstance()
            .extract(io.opentelemetry.context.Context.root(), http.headers(), CallerHeaders.GETTER);
    var builder =
        tracer
            .spanBuilder(route == null ? method : method + " " + route)
            .setSpanKind(SpanKind.SERVER)
            .setParent(caller)
            .setAttribute(Attribute.METHOD, method);
    if (route != null) {
      builder.setAttribute(Attribute.ROUTE, route);
    }
    if (kind != null) {
      builder.setAttribute(Attribute.KIND, kind);
    }
    var span = builder.startSpan();
    if (!span.isRecording()) {
      return RequestSpan.NONE;
    }
    CurrentSpan.put(here, span);
    return new RequestSpan(span, method);
  }

  /** A call of the request at hand, or one of which nobody wants to know. */
  RedisTraces.Call redis(String verb) {
    var request = CurrentSpan.at(Vertx.currentContext());
    if (request == null) {
      return RedisTraces.UNTRACED;
    }
    var span =
        within(request, REDIS + " " + verb)
            .setAttribute(Attribute.DATABASE, REDIS)
            .setAttribute(Attribute.OPERATION, verb);
    return failure -> end(span, failure);
  }

  /** A span of something that is done elsewhere, for what that span is of. */
  Span within(Span request, String name) {
    return tracer
        .spanBuilder(name)
        .setSpanKind(SpanKind.CLIENT)
        .setParent(io.opentelemetry.context.Context.root().with(request))
        .startSpan();
  }

  static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR);
      span.setAttribute(Attribute.ERROR, failure.getClass().getName());
    }
    span.end();
  }

  /** What is done in the other context is done for the request at hand, too. */
  static void goOn(Context there) {
    var request = CurrentSpan.at(Vertx.currentContext());
    if (request != null) {
      CurrentSpan.put(there, request);
    }
  }

  void stop() {
    var unused = provider.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
