package dev.latchkey.session;

import io.smallrye.mutiny.Uni;

/**
 * The challenges that are open, shared by all replicas. Each is good once, for five minutes, in the
 * session that it was made for, and for one ceremony: what is signed to add a passkey signs nobody
 * in. Every verb fails with {@link dev.latchkey.grant.GrantStoreException} when Redis does.
 */
public interface Challenges {

  /** What a passkey is asked for. */
  enum Ceremony {
    REGISTRATION,
    SIGN_IN
  }

  /** A new challenge. */
  Uni<Challenge> issue(SessionId session, Ceremony ceremony);

  /**
   * Whether it was open. It is not any more: of any number of concurrent uses one is answered true.
   */
  Uni<Boolean> use(SessionId session, Ceremony ceremony, Challenge challenge);
}
