package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.Outcome;
import java.time.Duration;

/**
 * One turn of one kind of work.
 *
 * @param server CPU time of the servers' processes
 * @param redis CPU time of redis-server
 * @param postgres CPU time of PostgreSQL, all of its processes
 * @param busy the share of the machine's cores, from 0 to 1, the sender's included
 */
public record Sample(
    Outcome outcome, Duration server, Duration redis, Duration postgres, double busy) {

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
