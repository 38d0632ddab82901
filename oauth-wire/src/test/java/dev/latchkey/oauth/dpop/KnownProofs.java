package dev.latchkey.oauth.dpop;

import dev.latchkey.oauth.origin.PublicOrigin;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Verifies proofs with a memory of its own, for tests of other packages too. */
public final class KnownProofs {

  private KnownProofs() {}

  public static DpopProofs of(PublicOrigin origin, InMemory memory) {
    return of(origin, memory, Map.of());
  }

  static DpopProofs of(PublicOrigin origin, InMemory memory, Map<String, String> settings) {
    return new DpopProofs(
        origin,
        memory,
        memory,
        new SmallRyeConfigBuilder()
            .withMapping(DpopConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(DpopConfig.class));
  }
}
