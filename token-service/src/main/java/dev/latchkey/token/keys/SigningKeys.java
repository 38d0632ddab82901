package dev.latchkey.token.keys;

import dev.latchkey.oauth.token.VerificationKey;
import dev.latchkey.oauth.token.VerificationKeys;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * The keys in memory, read at start: tokens are signed and verified without asking PostgreSQL. A
 * service that cannot open its keys does not start.
 */
@ApplicationScoped
public class SigningKeys implements VerificationKeys {

  private final SigningKeyRows rows;
  private final KeyVault vault;
  private volatile List<SigningKey> keys = List.of();

  SigningKeys(SigningKeyRows rows, KeyVault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  void load(@Observes @Priority(1) StartupEvent event) {
    try {
      keys =
          VertxContextSupport.subscribeAndAwait(rows::establish).stream()
              .map(row -> row.open(vault))
              .toList();
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the signing keys cannot be read", e);
    }
    Log.infof("signing keys: %s", keys);
  }

  /** The key to sign with, where no client wants another algorithm. */
  public SigningKey current() {
    return current(Algorithm.ES256);
  }

  /** The key of that algorithm to sign with. */
  public SigningKey current(Algorithm algorithm) {
    return keys.stream()
        .filter(key -> key.algorithm() == algorithm)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no key for " + algorithm));
  }

  @Override
  public Uni<Optional<VerificationKey>> find(String kid) {
    return Uni.createFrom()
        .item(
            keys.stream()
                .filter(key -> key.kid().equals(kid))
                .findFirst()
                .map(key -> new VerificationKey(key.publicKey(), key.algorithm().signature())));
  }

  /** Every key that a verifier may meet. */
  public List<SigningKey> published() {
    return keys;
  }
}
