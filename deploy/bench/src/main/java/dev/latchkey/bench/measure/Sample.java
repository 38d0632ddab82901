package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.Outcome;
import java.time.Duration;

/**
 * One turn of one kind of work.
 *
 * @param server CPU time of the server's process
 * @param redis CPU time of redis-server
 * @param postgres CPU time of PostgreSQL, all of its processes
 */
public record Sample(Outcome outcome, Duration server, Duration redis, Duration postgres) {

  private static final double NANOS = 1e9;

  /** CPU seconds for 1,000 requests, server and stores. */
  public double cost() {
    return costOf(server.plus(redis).plus(postgres));
  }

  public double serverCost() {
    return costOf(server);
  }

  public double redisCost() {
    return costOf(redis);
  }

  public double postgresCost() {
    return costOf(postgres);
  }

  /** Requests a second. */
  public double rate() {
    return outcome.requests() / outcome.seconds();
  }

  private double costOf(Duration cpu) {
    return cpu.toNanos() / NANOS * 1_000 / outcome.requests();
  }
}
