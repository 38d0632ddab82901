package dev.latchkey.token.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StandingRehearsalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject StandingRehearsal rehearsal;
  @Inject BeanManager beans;

  @Test
  void looksAndFindsNobody() {
    // When
    var held = rehearsal.run().await().atMost(PATIENCE);

    // Then
    assertThat(held).isFalse();
  }

  @Test
  void beginsWhenRequestsAreServed() {
    // When
    var serving = beans.resolveObserverMethods(new HttpServerStart(new HttpServerOptions()));

    // Then
    assertThat(serving)
        .filteredOn(ObserverMethod::isAsync)
        .extracting(ObserverMethod::getBeanClass)
        .contains(StandingRehearsal.class);
  }
}
