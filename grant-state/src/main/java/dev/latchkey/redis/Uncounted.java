package dev.latchkey.redis;

import dev.latchkey.metrics.RedisMetrics;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** For who does not count. */
@DefaultBean
@Singleton
final class Uncounted implements RedisMetrics {

  @Override
  public void answered(String verb, long nanos) {}

  @Override
  public void failed(String verb) {}

  @Override
  public void limited(String name) {}

  @Override
  public void unreplicated() {}
}
