package dev.latchkey.oauth.trace;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.tracing.TracingOptions;
import jakarta.inject.Singleton;

/** Has Vert.x tell of its calls, if anything is traced. */
@Unremovable
@Singleton
class TracedVertx implements VertxOptionsCustomizer {

  private final Traces traces;

  TracedVertx(Traces traces) {
    this.traces = traces;
  }

  @Override
  @SuppressWarnings("deprecation") // Vert.x wants a builder told instead, and Quarkus has none
  public void accept(VertxOptions options) {
    var tracing = traces.tracing();
    if (tracing != null) {
      var tracer = new CallTracer(tracing);
      options.setTracingOptions(new TracingOptions().setFactory(unused -> tracer));
    }
  }
}
