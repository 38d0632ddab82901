package dev.latchkey.token.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.stores.RealStores;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps of {@code docs/keys.md}, with the service under test as the last old replica. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class MasterKeyRotationTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String NEW = Base64.getEncoder().encodeToString(new byte[32]);

  @Inject KeyRounds rounds;
  @Inject SigningKeys keys;
  @Inject SigningConfig signing;
  @Inject MasterKeyConfig old;
  @Inject SqlGate sql;
  @Inject Pool pool;
  @Inject Vertx vertx;

  private @Nullable RealStores stores;

  private record MasterKeys(String masterKey, Optional<List<String>> otherMasterKeys)
      implements MasterKeyConfig {}

  @BeforeEach
  void sealUnderTheOldKey() {
    round();
  }

  @AfterEach
  void startFresh() {
    stored().forget();
    round();
  }

  @Test
  void aReplicaWithTheNewKeySealsEverythingAgain() {
    // Given
    var before = stored().sealed();

    // When
    var changed = advanceUnder(NEW, old.masterKey());

    // Then
    assertThat(stored().sealed()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    assertThat(changed.resealed()).hasSize(before.size());
    assertThat(changed.rows()).allMatch(row -> row.open(vault(NEW)).isPresent());
    assertThat(changed.rows()).noneMatch(row -> row.open(vault(old.masterKey())).isPresent());
  }

  @Test
  void noKeyIsPrinted() {
    // When
    var changed = advanceUnder(NEW, old.masterKey());

    // Then
    assertThat(changed.rows())
        .isNotEmpty()
        .allMatch(row -> row.toString().equals(row.record().toString()));
  }

  @Test
  void anOldReplicaKeepsTheKeysItHasOpened() {
    // Given
    var signer = keys.current().kid();
    advanceUnder(NEW, old.masterKey());

    // When
    round();

    // Then
    assertThat(keys.current().kid()).isEqualTo(signer);
    assertThat(keys.allOpen()).isTrue();
  }

  @Test
  void aKeyThatAReplicaCannotOpenIsPublishedThere() {
    // Given
    stored().forget();
    advanceUnder(NEW, old.masterKey());

    // When
    round();

    // Then
    assertThat(keys.published())
        .extracting(key -> key.record().kid())
        .containsExactlyInAnyOrderElementsOf(stored().kids("true"));
    assertThat(keys.allOpen()).isFalse();
  }

  @Test
  void aReplicaWithoutTheRightKeyDoesNotStart() {
    // Given
    advanceUnder(NEW, old.masterKey());
    stored().run("update issued.signing_key set kid = kid || '-copied'");

    // When
    var start = assertThatThrownBy(() -> rounds.start(new StartupEvent()));

    // Then
    start.hasMessageContaining("latchkey.master-key");
  }

  private ChangedKeys advanceUnder(String masterKey, String other) {
    var replica = new SigningKeyRows(pool, vault(masterKey, other), signing, vertx);
    return sql.statementInBackground(replica::advance).await().atMost(PATIENCE);
  }

  private static KeyVault vault(String masterKey, String... others) {
    return new KeyVault(new MasterKeys(masterKey, Optional.of(List.of(others))));
  }

  private void round() {
    rounds.round().await().atMost(PATIENCE);
  }

  private StoredKeys stored() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return new StoredKeys(stores);
  }
}
