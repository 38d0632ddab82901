package dev.latchkey.credentials;

import io.vertx.core.Future;

/** Where {@link Credentials} are. */
interface CredentialSource {

  /** As they are now. Fails if nobody can say. */
  Future<Credentials> read();

  /**
   * Whether they may be others now than the last that were read.
   *
   * @param last these
   */
  boolean mayHaveChanged(Credentials last);
}
