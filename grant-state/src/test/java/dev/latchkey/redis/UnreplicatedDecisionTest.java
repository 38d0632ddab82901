package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.StoredGrant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server without replicas, of which one is asked for. */
class UnreplicatedDecisionTest {

  private final Logger log = Logger.getLogger(LuaScript.class.getName());
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    log.addHandler(lines);
  }

  @AfterEach
  void leave() {
    log.removeHandler(lines);
  }

  @Test
  void isNamedInTheLog() {
    // Given
    var redis = Topology.STANDALONE.store();
    var pod = Pod.of(Topology.STANDALONE, Map.of("latchkey.redis.replicas", "1"));
    var code = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(redis);

    // When
    pod.decide(code, PHONE, APPROVE);

    // Then
    assertThat(lines.all)
        .containsExactly("decide: 0 of 1 replicas had it in time: " + StoredGrant.key(code));
  }

  private static final class Lines extends Handler {

    private final List<String> all = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      var words = record.getParameters();
      all.add(words == null ? record.getMessage() : record.getMessage().formatted(words));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
