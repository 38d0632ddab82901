package dev.latchkey.token.keys;

import dev.latchkey.oauth.store.StoreUnavailableException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The keys in memory: tokens are signed and verified without asking PostgreSQL. They are read at
 * start and again by every {@link KeyRounds round}; in between, states change with the time.
 */
@ApplicationScoped
public class SigningKeys {

  private final KeyVault vault;
  private final KeyClock clock;
  private final Algorithm configured;
  private volatile KeyRing ring = KeyRing.EMPTY;

  SigningKeys(KeyVault vault, KeyClock clock, SigningConfig config) {
    this.vault = vault;
    this.clock = clock;
    this.configured = config.algorithm();
  }

  /**
   * The key to sign with. After a change of the configured algorithm that is one of the old
   * algorithm, until the first key of the new one has been published for long enough.
   */
  public SigningKey current() {
    return current(configured);
  }

  /**
   * The key to sign with for who wants that algorithm; one of another algorithm if there is none. A
   * wrong algorithm disappoints one client, a failure would stop it.
   */
  public SigningKey current(Algorithm algorithm) {
    return ring.signer(algorithm, clock.now())
        .orElseThrow(() -> new StoreUnavailableException("no signing key is active"));
  }

  /** Every key that a verifier may meet, newest first. */
  public List<PublishedKey> published() {
    return ring.published(clock.now());
  }

  Optional<PublishedKey> findPublished(String kid) {
    return ring.find(kid, clock.now());
  }

  /** Takes over what was read and changed, and the time at which it was. */
  void take(ChangedKeys changed) {
    clock.set(changed.at());
    take(changed.rows());
  }

  /**
   * Takes over what was read. A key that was open stays open, although its row may now be sealed
   * under a master key that this replica has not been told of yet; one that never was is published,
   * but does not sign here.
   */
  void take(List<SigningKeyRow> rows) {
    var before = ring;
    var opened = new HashMap<String, SigningKey>();
    for (var row : rows) {
      Optional.ofNullable(before.opened().get(row.kid()))
          .or(() -> row.open(vault))
          .ifPresentOrElse(key -> opened.put(row.kid(), key), () -> warn(row.kid(), before));
    }
    ring = new KeyRing(rows.stream().map(SigningKeyRow::published).toList(), opened);
  }

  /** Once, when the key is seen first. */
  private static void warn(String kid, KeyRing before) {
    if (before.keys().stream().noneMatch(key -> key.record().kid().equals(kid))) {
      Log.warnf(
          "the signing key %s does not open: it is published, but does not sign here. Add its"
              + " master key to latchkey.other-master-keys (docs/keys.md)",
          kid);
    }
  }

  /** Whether this replica can sign with each of its keys. */
  boolean allOpen() {
    var keys = ring;
    return keys.keys().stream().allMatch(key -> keys.opened().containsKey(key.record().kid()));
  }
}
