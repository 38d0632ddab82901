package dev.latchkey.redis;

import dev.latchkey.trace.RedisTraces;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** For who does not trace. */
@DefaultBean
@Singleton
final class Untraced implements RedisTraces {

  @Override
  public Call begun(String verb) {
    return UNTRACED;
  }
}
