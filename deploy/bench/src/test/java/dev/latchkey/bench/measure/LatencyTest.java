package dev.latchkey.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class LatencyTest {

  @Test
  void takesThePollsOnceAllDevicesHaveStarted() {
    // Given
    var account =
        new JsonObject(
            """
            {"measured": [
              {"phase": "ramp", "request": "poll", "per_second": 9, "latency": {}},
              {"phase": "steady", "request": "start", "per_second": 9, "latency": {}},
              {"phase": "steady", "request": "poll", "per_second": 700.5,
               "latency": {"p50": 0.5, "p90": 0.7, "p99": 1.5, "p99.9": 3, "max": 9}}
            ]}
            """);

    // When
    var latency = Latency.of(account, 0.7, 0.9);

    // Then
    assertThat(latency).isEqualTo(new Latency(0.7, 700.5, 0.5, 1.5, 3, 0.9));
  }
}
