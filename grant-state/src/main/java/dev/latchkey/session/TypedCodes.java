package dev.latchkey.session;

import dev.latchkey.grant.BrowserId;
import dev.latchkey.grant.UserCode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The code that a person typed before they were asked to sign in, so that they need not type it
 * again: one for each browser, for a quarter of an hour. Every verb fails with {@link
 * dev.latchkey.grant.GrantStoreException} when Redis does.
 */
public interface TypedCodes {

  /** In place of the one that was kept before. */
  Uni<Void> keep(BrowserId browser, UserCode code);

  /** The code, which is kept no longer. */
  Uni<Optional<UserCode>> take(BrowserId browser);
}
