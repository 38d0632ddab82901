package dev.latchkey.oauth.store;

import dev.latchkey.grant.GrantStoreException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Work that comes round again and again: what fails now is there next time. */
public final class Rounds {

  private final Logger log;
  private final String broken;
  private final String waiting;

  /** Whether the last round failed: an outage is one line in the log. */
  private volatile boolean away;

  /**
   * @param broken what did not happen, for our own failures, each of which is an error
   * @param waiting what it means that the store is away
   */
  public Rounds(Logger log, String broken, String waiting) {
    this.log = log;
    this.broken = broken;
    this.waiting = waiting;
  }

  /** One round. It never fails, so that the scheduler says nothing about it. */
  public Uni<Void> run(Uni<?> round) {
    return round
        .invoke(() -> away = false)
        .replaceWithVoid()
        .onFailure()
        .invoke(this::failed)
        .onFailure()
        .recoverWithNull();
  }

  private void failed(Throwable failure) {
    if (!(failure instanceof StoreUnavailableException || failure instanceof GrantStoreException)) {
      log.error(broken, failure);
    } else if (!away) {
      log.warn(waiting + ": " + failure);
    }
    away = true;
  }
}
