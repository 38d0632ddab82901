package dev.latchkey.chaos.fault;

import dev.latchkey.chaos.stand.Stand;
import dev.latchkey.local.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Everything bad that there is, and which of it comes in the short form. */
final class Faults {

  private final ServiceFaults services;
  private final StoreFaults stores;
  private final LineFaults lines;

  Faults(Stand stand, Random random) {
    services = new ServiceFaults(stand, random);
    stores = new StoreFaults(stand, random);
    lines = new LineFaults(stand);
  }

  List<Fault> few() {
    return List.of(
        services.kill(Part.DEVICE_AUTHZ),
        services.kill(Part.TOKEN),
        services.kill(Part.VERIFICATION_UI),
        services.freeze(Part.TOKEN),
        stores.killPrimary(),
        stores.noRedisConnections(),
        stores.killPostgres(),
        stores.lockTables(),
        lines.slow());
  }

  List<Fault> all() {
    return Stream.concat(
            few().stream(),
            Stream.of(
                services.freeze(Part.DEVICE_AUTHZ),
                services.freeze(Part.VERIFICATION_UI),
                stores.freezePrimary(),
                stores.freezePostgres(),
                stores.freezePrimaryForLong(),
                stores.noPostgresConnections(),
                lines.cutServices(),
                lines.cutRedis(),
                lines.cutPostgres(),
                lines.silenceRedis(),
                lines.silencePostgres()))
        .toList();
  }
}
