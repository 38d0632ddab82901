package dev.latchkey.authz.registry;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** A lock in PostgreSQL for everybody who writes the registry's tables: one replica at a time. */
final class RegistryLock {

  /** Any number that nobody else uses in this database. */
  private static final long ID = 0x4C4B_7265_67L;

  private RegistryLock() {}

  /** Waits for the lock, within the transaction of the session, and has it until that ends. */
  static Uni<Void> hold(Mutiny.Session session) {
    return session
        .createNativeQuery("select pg_advisory_xact_lock(:lock) is null", Boolean.class)
        .setParameter("lock", ID)
        .getSingleResult()
        .replaceWithVoid();
  }
}
