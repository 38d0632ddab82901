package dev.latchkey.oauth.trace;

import dev.latchkey.grant.GrantId;
import dev.latchkey.trace.RedisTraces;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What requests are traced by. Without an endpoint, asking it costs nothing that could be measured,
 * and no class of OpenTelemetry is loaded.
 */
@Singleton
public class Traces implements RedisTraces {

  private final @Nullable Tracing tracing;

  @Inject
  Traces(TraceConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
    this(tracing(config, service));
  }

  private Traces(@Nullable Tracing tracing) {
    this.tracing = tracing;
  }

  /** That never traces anything. */
  public static Traces off() {
    return new Traces(null);
  }

  private static @Nullable Tracing tracing(TraceConfig config, String service) {
    checkRatio("ratio", config.ratio());
    checkRatio("poll-ratio", config.pollRatio());
    if (config.perSecond() < 1) {
      throw new IllegalArgumentException("latchkey.traces.per-second is 1 at least");
    }
    return config
        .endpoint()
        .map(endpoint -> new Tracing(Exports.to(endpoint, service, config)))
        .orElse(null);
  }

  private static void checkRatio(String name, double ratio) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException("latchkey.traces." + name + " is from 0 to 1");
    }
  }

  /** Whether any request is traced. */
  public boolean isOn() {
    return tracing != null;
  }

  /**
   * Begins the span of a request, in its context. Whoever has begun it ends it.
   *
   * @param route the template of its path, if that is known
   * @param kind see {@link RequestKind}
   */
  public RequestSpan begin(HttpServerRequest http, @Nullable String route, @Nullable String kind) {
    return tracing == null ? RequestSpan.NONE : tracing.begin(http, route, kind);
  }

  /** The request at hand is about that grant. */
  public void concerns(GrantId grant) {
    if (tracing != null) {
      var request = CurrentSpan.at(Vertx.currentContext());
      if (request != null) {
        request.setAttribute(Attribute.GRANT, grant.value());
      }
    }
  }

  /**
   * What is done in the other context is done for the request at hand, too.
   *
   * @param there a context that nothing else is done in
   */
  public void goOn(Context there) {
    if (tracing != null) {
      Tracing.goOn(there);
    }
  }

  @Override
  public Call begun(String verb) {
    return tracing == null ? UNTRACED : tracing.redis(verb);
  }

  /** Null if nothing is traced. */
  @Nullable Tracing tracing() {
    return tracing;
  }

  @PreDestroy
  void stop() {
    if (tracing != null) {
      tracing.stop();
    }
  }
}
