package dev.latchkey.oauth.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.oauth.client.AgedCache.Ages;
import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of clients, in memory. Whoever knows a client's name can make us look for its keys, so a
 * server is asked at most once in {@link #PAUSE}, whatever it answers.
 */
@ApplicationScoped
class KeySets {

  static final Ages AGES = new Ages(Duration.ofMinutes(5), Duration.ofMinutes(15));
  static final Duration PAUSE = Duration.ofSeconds(10);

  private static final int MOST_IN_MEMORY = 1_000;

  private final Cache<String, KeySet> inline =
      Caffeine.newBuilder().maximumSize(MOST_IN_MEMORY).build();
  private final Cache<URI, Throwable> failures;
  private final AgedCache<URI, KeySet> fetched;

  @Inject
  KeySets(KeyServers servers) {
    this(servers::fetch, Ticker.systemTicker());
  }

  KeySets(Function<URI, Uni<KeySet>> fetch, Ticker ticker) {
    failures =
        Caffeine.newBuilder()
            .maximumSize(MOST_IN_MEMORY)
            .expireAfterWrite(PAUSE)
            .ticker(ticker)
            .build();
    fetched = new AgedCache<>(AGES, MOST_IN_MEMORY, uri -> load(uri, fetch), ticker);
  }

  /**
   * The keys that may verify the assertion. Fails with {@link StoreUnavailableException} if that
   * depends on a server that is away.
   */
  Uni<KeySet> keysFor(ClientAssertion assertion, ClientKeys keys) {
    return switch (keys) {
      case ClientKeys.Inline(var json) -> Uni.createFrom().item(inline.get(json, KeySets::parse));
      case ClientKeys.At(var uri) ->
          known(fetched.tolerant(uri))
              .flatMap(
                  set ->
                      assertion.kid().map(set::has).orElse(true)
                          ? Uni.createFrom().item(set)
                          // The client may have a new key since.
                          : known(fetched.youngerThan(PAUSE, uri)));
    };
  }

  private Uni<Optional<KeySet>> load(URI uri, Function<URI, Uni<KeySet>> fetch) {
    var failure = failures.getIfPresent(uri);
    return failure != null
        ? Uni.createFrom().failure(failure)
        : fetch.apply(uri).map(Optional::of).onFailure().invoke(e -> failures.put(uri, e));
  }

  private static Uni<KeySet> known(Uni<Optional<KeySet>> found) {
    return found.map(Optional::orElseThrow);
  }

  /** The registry has read it before; what it could not read verifies nothing. */
  private static KeySet parse(String json) {
    return KeySet.parse(json).orElseGet(KeySet::none);
  }
}
