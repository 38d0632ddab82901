package dev.latchkey.oauth.metrics;

import dev.latchkey.metrics.RedisMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** How Redis and PostgreSQL answer us. A poll adds one number here. */
@Startup
@Singleton
public class StoreMetrics implements RedisMetrics {

  /** Work with PostgreSQL, by how it is done. */
  public enum SqlKind {
    /** In a session of Hibernate's. */
    SESSION,
    /** Without one. */
    STATEMENT,
    /** For work that no request waits for. */
    BACKGROUND
  }

  private static final String LIMITED = "latchkey.limited";

  private final MeterRegistry registry;
  private final Map<String, StoreCalls> redis = new ConcurrentHashMap<>();
  private final Map<String, Counter> limits = new ConcurrentHashMap<>();
  private final Counter unreplicated;
  private final StoreCalls sessions;
  private final StoreCalls statements;
  private final StoreCalls background;

  public StoreMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.sessions = new StoreCalls(registry, "postgresql", "session");
    this.statements = new StoreCalls(registry, "postgresql", "statement");
    this.background = new StoreCalls(registry, "postgresql", "background");
    this.unreplicated =
        Counter.builder("latchkey.unreplicated.decisions")
            .description("Decisions that too few replicas of Redis had when the page went on")
            .register(registry);
  }

  @Override
  public void answered(String verb, long nanos) {
    redis(verb).answered(nanos);
  }

  @Override
  public void failed(String verb) {
    redis(verb).failed();
  }

  @Override
  public void limited(String name) {
    limits
        .computeIfAbsent(
            name,
            unknown ->
                Counter.builder(LIMITED)
                    .description("Requests that a limit has refused")
                    .tag("limit", name)
                    .register(registry))
        .increment();
  }

  @Override
  public void unreplicated() {
    unreplicated.increment();
  }

  /** PostgreSQL has done what it was asked for, since that reading of the nanosecond clock. */
  public void answered(SqlKind kind, long since) {
    calls(kind).answered(System.nanoTime() - since);
  }

  /** PostgreSQL was away, or took too long, or too many wait for it. */
  public void failed(SqlKind kind) {
    calls(kind).failed();
  }

  /** How much work is with PostgreSQL, or waits for it, of how much there may be. */
  public void sqlWork(IntSupplier underWay, int limit) {
    Gauge.builder("latchkey.sql.work", underWay::getAsInt)
        .description("Pieces of work with PostgreSQL that are under way or waiting")
        .register(registry);
    Gauge.builder("latchkey.sql.work.limit", () -> limit)
        .description("How many there may be before further ones are answered 503")
        .register(registry);
  }

  private StoreCalls redis(String verb) {
    var known = redis.get(verb);
    return known != null
        ? known
        : redis.computeIfAbsent(verb, unknown -> new StoreCalls(registry, "redis", verb));
  }

  private StoreCalls calls(SqlKind kind) {
    return switch (kind) {
      case SESSION -> sessions;
      case STATEMENT -> statements;
      case BACKGROUND -> background;
    };
  }
}
