package dev.latchkey.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.internal.CoreMessageLogger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DebugLogTest {

  private final Logger everything = Logger.getLogger("");
  private final @Nullable Level before = everything.getLevel();

  @BeforeEach
  void debug() {
    everything.setLevel(Level.FINE);
  }

  @AfterEach
  void asBefore() {
    everything.setLevel(before);
  }

  /** That logger prints each entity of a flush, with its hashes. */
  @Test
  void rowsAreNotPrintedWhenEverythingElseIs() {
    assertThat(Logger.getLogger("org.hibernate.orm").isLoggable(Level.FINE)).isTrue();
    assertThat(CoreMessageLogger.CORE_LOGGER.isDebugEnabled()).isFalse();
  }
}
