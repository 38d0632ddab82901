package dev.latchkey.session;

import dev.latchkey.grant.BrowserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The code that a person entered before they were asked to sign in, so that they need not type it
 * again: one for each browser, for a quarter of an hour. Every verb fails with {@link
 * dev.latchkey.grant.GrantStoreException} when Redis does.
 */
public interface TypedCodes {

  /** In place of the one that was kept before. */
  Uni<Void> keep(BrowserId browser, EnteredCode code);

  /** The code, which is kept no longer. */
  Uni<Optional<EnteredCode>> take(BrowserId browser);
}
