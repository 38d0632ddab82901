package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.stand.Replica;
import dev.latchkey.chaos.stand.Stand;
import dev.latchkey.local.Part;
import java.time.Duration;
import java.util.Random;

/** One of the two processes of a service dies, or hangs. */
final class ServiceFaults {

  private static final Duration DEAD = Duration.ofMillis(500);

  /** Longer than it takes until it is passed over. */
  private static final Duration FROZEN = Duration.ofSeconds(7);

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Stand stand;
  private final Random random;

  ServiceFaults(Stand stand, Random random) {
    this.stand = stand;
    this.random = random;
  }

  Fault kill(Part service) {
    return Fault.made(
        "kill " + service.title(),
        DEAD,
        LIMIT,
        () -> {
          var replica = one(service);
          replica.kill();
          return replica::restart;
        });
  }

  Fault freeze(Part service) {
    return Fault.lasting(
        "freeze " + service.title(),
        FROZEN,
        LIMIT,
        () -> {
          var process = one(service).process();
          process.freeze();
          return process::thaw;
        });
  }

  private Replica one(Part service) {
    var replicas = stand.replicas(service);
    return replicas.get(random.nextInt(replicas.size()));
  }
}
