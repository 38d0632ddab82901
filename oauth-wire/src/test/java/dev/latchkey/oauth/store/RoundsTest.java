package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final String NAME = "rounds-of-a-test";

  private final Log log = new Log();
  private final Rounds rounds = new Rounds(Logger.getLogger(NAME), "broken", "waiting");

  @BeforeEach
  void listen() {
    java.util.logging.Logger.getLogger(NAME).addHandler(log);
  }

  @AfterEach
  void leave() {
    java.util.logging.Logger.getLogger(NAME).removeHandler(log);
  }

  @Test
  void anOutageIsOneLineUntilItIsOver() {
    // When
    run(away());
    run(away());
    run(Uni.createFrom().voidItem());
    run(away());

    // Then
    assertThat(log.lines).hasSize(2).allMatch(line -> line.startsWith("waiting: "));
  }

  @Test
  void aRedisThatIsAwayIsAnOutageToo() {
    // Given
    var away = Uni.createFrom().<Void>failure(new GrantStoreException(new IOException("gone")));

    // When
    run(away);
    run(away);

    // Then
    assertThat(log.lines).hasSize(1).allMatch(line -> line.startsWith("waiting: "));
  }

  @Test
  void aFailureOfOursIsALineEachTime() {
    // When
    run(Uni.createFrom().failure(new IllegalStateException()));
    run(Uni.createFrom().failure(new IllegalStateException()));

    // Then
    assertThat(log.lines).containsExactly("broken", "broken");
  }

  private void run(Uni<Void> round) {
    rounds.run(round).await().atMost(Duration.ofSeconds(1));
  }

  private static Uni<Void> away() {
    return Uni.createFrom().failure(new StoreUnavailableException("away"));
  }

  private static final class Log extends Handler {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
