package dev.latchkey.token.mint;

import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import dev.latchkey.token.keys.SigningKeys;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/**
 * Signs something with each key as soon as requests are served, for nobody: a first signature takes
 * some fifty times as long as those after it, and an event loop would wait for it with all that it
 * serves.
 */
@ApplicationScoped
class FirstSignatures {

  private final SigningLibrary library;
  private final SigningKeys keys;
  private final Jws jws;

  FirstSignatures(SigningLibrary library, SigningKeys keys, Jws jws) {
    this.library = library;
    this.keys = keys;
    this.jws = jws;
  }

  void make(@ObservesAsync HttpServerStart serving) {
    make();
  }

  void make(@ObservesAsync HttpsServerStart serving) {
    make();
  }

  void make() {
    library.load();
    Arrays.stream(Algorithm.values())
        .flatMap(this::key)
        .distinct()
        .forEach(key -> jws.sign(new JwtClaims(), "nothing", key));
  }

  private Stream<SigningKey> key(Algorithm algorithm) {
    try {
      return Stream.of(keys.current(algorithm));
    } catch (StoreUnavailableException e) {
      return Stream.empty(); // a database that is new has no key yet
    }
  }
}
