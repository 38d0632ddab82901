package dev.latchkey.token.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.trace.Traces;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Device;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Without an endpoint, as it is by default. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class NoTracesTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Traces traces;

  @Inject
  @SuppressWarnings("NullAway.Init")
  Vertx vertx;

  @Test
  void nothingRunsForThem() {
    // Given
    Neighbours.moveIn(stores);

    // When
    Device.poll(StoredGrant.pending().save(stores.redis())).statusCode(400);

    // Then
    assertThat(traces.isOn()).isFalse();
    assertThat(((VertxInternal) vertx).tracer()).isNull();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
  }
}
