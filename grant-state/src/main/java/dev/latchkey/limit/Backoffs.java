package dev.latchkey.limit;

import io.smallrye.mutiny.Uni;

/**
 * Delays that grow with failures. A try counts as a failure before it is made, so that of many
 * parallel tries no more come through than one after the other. Only a digest of the subject is
 * stored.
 */
public interface Backoffs {

  Uni<BackoffOutcome> attempt(Backoff backoff, String subject);

  /** It was right: the subject has no failures any more. */
  Uni<Void> succeeded(Attempt attempt);

  /** It was neither right nor wrong, for example because a store was away. */
  Uni<Void> giveBack(Attempt attempt);
}
