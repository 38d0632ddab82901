package dev.latchkey.oauth.trace;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.Context;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Statements of SQL and calls by HTTP that are made for a request. Vert.x tells of them, and of
 * more: what it says of Redis is not heard, as it knows neither our scripts nor, where several
 * calls go together, whose they are.
 */
final class CallTracer implements VertxTracer<Void, Span> {

  private static final String SQL = "sql";
  private static final String SYSTEM = "postgresql";

  /** So much of a statement says which one it is. */
  private static final int LONGEST = 1_000;

  private final Tracing tracing;

  CallTracer(Tracing tracing) {
    this.tracing = tracing;
  }

  @Override
  public <R> @Nullable Span sendRequest(
      Context context,
      SpanKind kind,
      TracingPolicy policy,
      R request,
      String operation,
      BiConsumer<String, String> headers,
      TagExtractor<R> tags) {
    var asking = CurrentSpan.at(context);
    if (asking == null || kind != SpanKind.RPC || policy == TracingPolicy.IGNORE) {
      return null;
    }
    if (request instanceof HttpRequest http) {
      return call(asking, http, headers);
    }
    var said = tags.extract(request);
    return SQL.equals(said.get("db.type")) ? statement(asking, said.get("db.statement")) : null;
  }

  private Span call(Span asking, HttpRequest http, BiConsumer<String, String> headers) {
    var method = Method.of(http.method());
    var span = tracing.within(asking, method).setAttribute(Attribute.METHOD, method);
    var address = http.remoteAddress();
    if (address != null && address.host() != null) {
      span.setAttribute(Attribute.SERVER, address.host());
    }
    headers.accept("traceparent", TraceParent.of(span.getSpanContext()));
    return span;
  }

  /** Its text is ours, with places for values; those are not told. */
  private Span statement(Span asking, @Nullable String text) {
    var statement = text == null ? "" : text.strip();
    var end = 0;
    while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
      end++;
    }
    var verb = statement.substring(0, end).toUpperCase(Locale.ROOT);
    return tracing
        .within(asking, verb.isEmpty() ? SYSTEM : SYSTEM + " " + verb)
        .setAttribute(Attribute.DATABASE, SYSTEM)
        .setAttribute(Attribute.OPERATION, verb)
        .setAttribute(
            Attribute.STATEMENT,
            statement.length() > LONGEST ? statement.substring(0, LONGEST) : statement);
  }

  @Override
  public <R> void receiveResponse(
      Context context,
      @Nullable R response,
      @Nullable Span span,
      @Nullable Throwable failure,
      TagExtractor<R> tags) {
    if (span != null) {
      if (response instanceof HttpResponse http) {
        span.setAttribute(Attribute.STATUS, http.statusCode());
      }
      Tracing.end(span, failure);
    }
  }
}
