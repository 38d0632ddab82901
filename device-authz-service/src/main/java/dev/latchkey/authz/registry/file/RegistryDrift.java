package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.metrics.RegistryMetrics;
import dev.latchkey.authz.registry.RegistryChange;
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

  void found(RegistryChange difference) {
    dueAt = System.nanoTime() + everyNanos;
    metrics.differs(difference);
    var now = difference.toString();
    if (now.equals(told)) {
      return;
    }
    told = now;
    if (dryRun) {
      LOG.infof(
          "dry run of the registry file: %s", difference.isAny() ? now : "nothing would change");
    } else if (difference.isAny()) {
      LOG.warnf(
          "the registry in PostgreSQL is not what the file declares; to be so it needs: %s", now);
    }
  }
}
