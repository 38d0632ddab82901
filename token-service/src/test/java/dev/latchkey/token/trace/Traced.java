package dev.latchkey.token.trace;

import dev.latchkey.trace.Collector;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** With a collector of traces. */
public final class Traced implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Collector.class));
  }
}
