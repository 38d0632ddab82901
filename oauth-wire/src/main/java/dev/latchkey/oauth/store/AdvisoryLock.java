package dev.latchkey.oauth.store;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A lock in PostgreSQL that one replica at a time holds, until its transaction ends.
 *
 * @param id any number that nobody else uses in this database
 */
public record AdvisoryLock(long id) {

  /** Waits for the lock, within the transaction of the session. */
  public Uni<Void> hold(Mutiny.Session session) {
    return session
        .createNativeQuery("select pg_advisory_xact_lock(:lock) is null", Boolean.class)
        .setParameter("lock", id)
        .getSingleResult()
        .replaceWithVoid();
  }
}
