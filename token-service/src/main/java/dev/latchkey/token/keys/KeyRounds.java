package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes the steps that are due, again and again, and keeps the keys in memory fresh. */
@ApplicationScoped
class KeyRounds {

  private final SigningKeyRows rows;
  private final SigningKeys keys;
  private final KeyAudit audit;
  private final SqlGate sql;

  /** Whether the last round failed: an outage is one line in the log. */
  private volatile boolean away;

  KeyRounds(SigningKeyRows rows, SigningKeys keys, KeyAudit audit, SqlGate sql) {
    this.rows = rows;
    this.keys = keys;
    this.audit = audit;
    this.sql = sql;
  }

  /** A service that cannot open its keys does not start. */
  void start(@Observes @Priority(1) StartupEvent event) {
    try {
      taken(VertxContextSupport.subscribeAndAwait(rows::advance));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the signing keys cannot be read", e);
    }
    if (!keys.allOpen()) {
      throw new IllegalStateException(
          "a signing key does not open: is latchkey.master-key the right one?");
    }
    Log.infof("signing keys: %s", keys.published().stream().map(PublishedKey::record).toList());
  }

  /** One round; with PostgreSQL away, what is in memory stands. */
  @Scheduled(
      every = "${latchkey.signing.check-every}",
      delayed = "1s",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> round() {
    return sql.call(rows::advance)
        .invoke(this::taken)
        .invoke(() -> away = false)
        .replaceWithVoid()
        .onFailure()
        .invoke(this::failed)
        .onFailure()
        .recoverWithNull();
  }

  private void taken(ChangedKeys changed) {
    keys.take(changed);
    audit.changed(changed, null);
  }

  private void failed(Throwable failure) {
    if (!(failure instanceof StoreUnavailableException)) {
      Log.error("the signing keys could not be looked after", failure);
    } else if (!away) {
      Log.warnf("the signing keys in memory stand until PostgreSQL is back: %s", failure);
    }
    away = true;
  }
}
