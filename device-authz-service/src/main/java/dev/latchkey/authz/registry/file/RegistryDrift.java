package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.metrics.RegistryMetrics;
import dev.latchkey.authz.registry.RegistryChange;
import dev.latchkey.authz.switches.SwitchChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the tables differ from the file. Without a dry run they do when somebody has written them, or
 * when this replica still has a file that others have replaced: so nothing is written over, and it
 * is told.
 */
@ApplicationScoped
class RegistryDrift {

  private static final Logger LOG = Logger.getLogger(RegistryDrift.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final RegistryMetrics metrics;
  private final boolean dryRun;
  private final long everyNanos;

  /** Since when it is due; the first look comes right after the start. */
  private volatile long dueAt = System.nanoTime();

  /** What was told last, so that each difference is in the log once. */
  private volatile @Nullable String told;

  RegistryDrift(RegistryMetrics metrics, RegistryConfig config) {
    if (config.compareEvery().compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("latchkey.registry.compare-every is at least " + SHORTEST);
    }
    this.metrics = metrics;
    this.dryRun = config.dryRun();
    this.everyNanos = config.compareEvery().toNanos();
  }

  boolean isDue() {
    return System.nanoTime() - dueAt >= 0;
  }

  /**
   * They were compared.
   *
   * @param switched what became of kill switches, or would in a dry run
   */
  void found(RegistryChange difference, SwitchChange switched) {
    dueAt = System.nanoTime() + everyNanos;
    metrics.differs(difference);
    var now = difference + ", " + switched;
    if (now.equals(told)) {
      return;
    }
    told = now;
    if (dryRun) {
      LOG.infof(
          "dry run of the registry file: %s; kill switches: %s",
          difference.isAny() ? difference : "nothing would change",
          switched.isAny() ? switched : "nothing would change");
      return;
    }
    if (difference.isAny()) {
      LOG.warnf(
          "the registry in PostgreSQL is not what the file declares; to be so it needs: %s",
          difference);
    }
    if (switched.isAny()) {
      LOG.warnf(
          "the kill switches of the file were not as this replica's copy has them; now: %s",
          switched);
    }
  }
}
