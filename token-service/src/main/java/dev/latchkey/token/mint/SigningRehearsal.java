package dev.latchkey.token.mint;

import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKeys;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;

/**
 * Signs something with each key after the start, for nobody: a first signature takes some fifty
 * times as long as those after it, and an event loop would wait for it with all that it serves. It
 * runs on a worker when requests are served already, as loading the library alone takes a third of
 * a second.
 */
@ApplicationScoped
class SigningRehearsal {

  private static final Logger LOG = Logger.getLogger(SigningRehearsal.class);

  private final SigningLibrary library;
  private final SigningKeys keys;
  private final Jws jws;

  SigningRehearsal(SigningLibrary library, SigningKeys keys, Jws jws) {
    this.library = library;
    this.keys = keys;
    this.jws = jws;
  }

  void start(@ObservesAsync HttpServerStart serving) {
    quietly();
  }

  void start(@ObservesAsync HttpsServerStart serving) {
    quietly();
  }

  /** Fails with an IllegalStateException if a key does not sign. */
  void run() {
    library.load();
    Arrays.stream(Algorithm.values())
        .map(keys::current)
        .distinct()
        .forEach(key -> jws.sign(new JwtClaims(), "rehearsal", key));
  }

  /** Without it the first device waits, and that is all. */
  private void quietly() {
    try {
      run();
    } catch (IllegalStateException | StoreUnavailableException e) {
      LOG.warn("signing could not be rehearsed: the first tokens will be slow", e);
    }
  }
}
