package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.Rounds;
import dev.latchkey.oauth.store.SqlGate;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Takes the steps that are due, again and again, and keeps the keys in memory fresh. */
@ApplicationScoped
class KeyRounds {

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(KeyRounds.class),
          "the signing keys could not be looked after",
          "the signing keys in memory stand until PostgreSQL is back");

  private final SigningKeyRows rows;
  private final SigningKeys keys;
  private final KeyAudit audit;
  private final SqlGate sql;

  KeyRounds(SigningKeyRows rows, SigningKeys keys, KeyAudit audit, SqlGate sql) {
    this.rows = rows;
    this.keys = keys;
    this.audit = audit;
    this.sql = sql;
  }

  /** A service that cannot open its keys does not start. */
  void start(@Observes @Priority(1) StartupEvent event) {
    try {
      taken(VertxContextSupport.subscribeAndAwait(() -> UniHelper.toUni(rows.advance())));
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
    return rounds.run(sql.statementInBackground(rows::advance).invoke(this::taken));
  }

  private void taken(ChangedKeys changed) {
    keys.take(changed);
    audit.changed(changed, null);
  }
}
