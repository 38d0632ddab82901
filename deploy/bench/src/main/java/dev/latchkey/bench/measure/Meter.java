package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.LoadProcess;
import dev.latchkey.bench.load.Order;
import dev.latchkey.bench.load.Outcome;
import dev.latchkey.bench.proc.ProcessFamily;
import dev.latchkey.bench.stand.Server;

/** Reads the clocks of the processes before and after an order: all that happens between is its. */
public record Meter(LoadProcess load, ProcessFamily redis, ProcessFamily postgres) {

  public Sample measure(Server server, Order order) {
    var process = server.process();
    var serverBefore = process.cpu();
    var redisBefore = redis.cpu();
    var postgresBefore = postgres.cpu();
    var outcome = load.run(order);
    return new Sample(
        outcome,
        process.cpu().minus(serverBefore),
        redis.cpu().minus(redisBefore),
        postgres.cpu().minus(postgresBefore));
  }

  /** Carries out what nobody wants to know the cost of. */
  public Outcome run(Order order) {
    return load.run(order);
  }
}
