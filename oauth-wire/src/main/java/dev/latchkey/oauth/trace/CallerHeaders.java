package dev.latchkey.oauth.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.MultiMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a caller may say which trace its request belongs to. */
enum CallerHeaders implements TextMapGetter<MultiMap> {
  GETTER;

  @Override
  public Iterable<String> keys(MultiMap headers) {
    return headers.names();
  }

  @Override
  public @Nullable String get(@Nullable MultiMap headers, String name) {
    return Objects.requireNonNull(headers).get(name);
  }
}
