package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.stand.Stand;
import java.time.Duration;
import java.util.Random;

/** A store dies, hangs, fails over, or lets nobody in. */
final class StoreFaults {

  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration WHILE = Duration.ofSeconds(2);
  private static final Duration LONGER = Duration.ofSeconds(3);

  /** Less than it takes the others to give a primary up. */
  private static final Duration MOMENT = Duration.ofMillis(1_500);

  private static final Duration REDIS_LIMIT = Duration.ofSeconds(5);
  private static final Duration FAILOVER_LIMIT = Duration.ofSeconds(20);
  private static final Duration SQL_LIMIT = Duration.ofSeconds(10);

  private final Stand stand;
  private final RedisHarm redis;
  private final SqlHarm sql;

  StoreFaults(Stand stand, Random random) {
    this.stand = stand;
    this.redis = new RedisHarm(stand.redis(), random);
    this.sql = new SqlHarm(stand.database());
  }

  Fault killPrimary() {
    return Fault.made("kill a Redis primary", Duration.ZERO, FAILOVER_LIMIT, redis::killPrimary)
        .withFailover();
  }

  Fault freezePrimary() {
    return Fault.lasting(
        "freeze a Redis primary for a moment", MOMENT, REDIS_LIMIT, redis::freezePrimary);
  }

  Fault freezePrimaryForLong() {
    return Fault.made(
            "freeze a Redis primary until its replica takes over",
            Duration.ZERO,
            FAILOVER_LIMIT,
            redis::freezePrimaryForLong)
        .withFailover();
  }

  Fault noRedisConnections() {
    return Fault.lasting("no connections to Redis", WHILE, REDIS_LIMIT, redis::refuseConnections);
  }

  Fault killPostgres() {
    return Fault.lasting(
        "kill PostgreSQL",
        SHORT,
        SQL_LIMIT,
        () -> {
          stand.postgres().kill();
          return stand.postgres()::start;
        });
  }

  Fault freezePostgres() {
    return Fault.lasting(
        "freeze PostgreSQL",
        LONGER,
        SQL_LIMIT,
        () -> {
          stand.postgres().freeze();
          return stand.postgres()::thaw;
        });
  }

  Fault lockTables() {
    return Fault.lasting(
        "statements that hold every connection to PostgreSQL", LONGER, SQL_LIMIT, sql::lockTables);
  }

  Fault noPostgresConnections() {
    return Fault.lasting("no connections to PostgreSQL", LONGER, SQL_LIMIT, sql::refuseConnections);
  }
}
