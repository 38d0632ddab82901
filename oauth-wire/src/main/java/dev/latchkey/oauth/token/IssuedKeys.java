package dev.latchkey.oauth.token;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.oauth.store.AgedCache;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The keys of token-service for the other services, as of at most 10 s ago: a key that an
 * administrator deleted is good for nothing after that. An id that is not among them may be of a
 * key that was just made: all who ask within a second share one look.
 */
@DefaultBean
@ApplicationScoped
class IssuedKeys implements VerificationKeys {

  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  /** All of them are one view. */
  private static final String ALL = "all";

  private final AgedCache<String, Map<String, VerificationKey>> keys;

  @Inject
  IssuedKeys(IssuedKeyRows rows) {
    this(rows::published, Ticker.systemTicker());
  }

  IssuedKeys(Supplier<Uni<Map<String, VerificationKey>>> read, Ticker ticker) {
    keys =
        new AgedCache<>(
            new AgedCache.Ages(AgedCache.FRESH, AgedCache.FRESH),
            1,
            all -> read.get().map(Optional::of),
            ticker);
  }

  @Override
  public Uni<Optional<VerificationKey>> find(String kid) {
    return keys.fresh(ALL)
        .map(found -> of(found, kid))
        .flatMap(
            known ->
                known.isPresent()
                    ? Uni.createFrom().item(known)
                    : keys.youngerThan(AT_MOST_EVERY, ALL).map(found -> of(found, kid)));
  }

  private static Optional<VerificationKey> of(
      Optional<Map<String, VerificationKey>> found, String kid) {
    return found.map(all -> all.get(kid));
  }
}
