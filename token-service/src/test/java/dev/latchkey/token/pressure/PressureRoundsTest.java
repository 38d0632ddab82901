package dev.latchkey.token.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PressureRoundsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Test
  void thePodSaysAgainAndAgainHowBusyItIs() {
    // When
    stores.redis().execute("DEL", "poll-pressure");

    // Then
    for (var times = 0; times < 2; times++) {
      await().atMost(PATIENCE).until(() -> stores.redis().has("poll-pressure"));
      assertThat(stores.redis().hash("poll-pressure").values())
          .singleElement()
          .asString()
          .matches("(\\d|[1-9]\\d|100) \\d{13}");
      stores.redis().execute("DEL", "poll-pressure");
    }
  }
}
