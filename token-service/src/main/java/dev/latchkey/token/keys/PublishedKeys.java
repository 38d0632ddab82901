package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.token.VerificationKey;
import dev.latchkey.oauth.token.VerificationKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The keys of this service as its own verifiers ask for them. An id that is not in memory may be of
 * a key that another replica has just made in an emergency: all who ask within a second share one
 * look at PostgreSQL, and fail with {@link dev.latchkey.oauth.store.StoreUnavailableException} when
 * it does.
 */
@ApplicationScoped
class PublishedKeys implements VerificationKeys {

  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  private final SigningKeys keys;
  private final Uni<Void> reread;

  PublishedKeys(SigningKeys keys, SigningKeyRows rows, SqlGate sql) {
    this.keys = keys;
    this.reread =
        sql.statement(rows::all)
            .invoke(keys::take)
            .replaceWithVoid()
            .memoize()
            .forFixedDuration(AT_MOST_EVERY);
  }

  @Override
  public Uni<Optional<VerificationKey>> find(String kid) {
    var known = inMemory(kid);
    return known.isPresent() ? Uni.createFrom().item(known) : reread.map(done -> inMemory(kid));
  }

  private Optional<VerificationKey> inMemory(String kid) {
    return keys.findPublished(kid)
        .map(key -> new VerificationKey(key.publicKey(), key.record().algorithm().signature()));
  }
}
