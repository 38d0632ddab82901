package dev.latchkey.token.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.token.VerificationKeys;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of keys in the real PostgreSQL; time is written into the rows. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KeyRoundsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject KeyRounds rounds;
  @Inject SigningKeys keys;
  @Inject SigningKeyRows rows;
  @Inject VerificationKeys verification;
  @Inject SqlGate sql;

  private @Nullable RealStores stores;

  @BeforeEach
  void startFresh() {
    stored().forget();
    round();
  }

  @Test
  void theFirstRoundMakesKeysThatSignAtOnce() {
    // When
    var signers = List.of(keys.current(), keys.current(Algorithm.RS256));

    // Then
    assertThat(signers)
        .extracting(SigningKey::algorithm)
        .containsExactly(Algorithm.ES256, Algorithm.RS256);
  }

  @Test
  void ofManyReplicasOneMakesTheNextKey() {
    // Given
    stored().age("90 days");
    var replicas = Collections.nCopies(8, sql.statementInBackground(rows::advance));

    // When
    Uni.join().all(replicas).andFailFast().await().atMost(PATIENCE);

    // Then
    assertThat(stored().kids("algorithm = 'ES256'")).hasSize(2);
    assertThat(stored().kids("algorithm = 'RS256'")).hasSize(2);
  }

  @Test
  void ofManyReplicasOneMakesTheFirstKeys() {
    // Given
    stored().forget();
    var replicas = Collections.nCopies(8, sql.statementInBackground(rows::advance));

    // When
    Uni.join().all(replicas).andFailFast().await().atMost(PATIENCE);

    // Then
    assertThat(stored().kids("true")).hasSize(2);
  }

  @Test
  void aNewKeyIsPublishedBeforeItSigns() {
    // Given
    var old = keys.current().kid();
    stored().age("90 days");

    // When
    round();

    // Then
    assertThat(jwks()).containsAll(stored().kids("algorithm = 'ES256'")).hasSize(4);
    assertThat(keys.current().kid()).isEqualTo(old);
  }

  @Test
  void aNewKeySignsInItsTimeAndTheOldOneStaysPublished() {
    // Given
    var old = keys.current().kid();
    stored().age("90 days");
    round();
    stored().age("61 minutes");

    // When
    round();

    // Then
    assertThat(keys.current().kid()).isEqualTo(stored().kids("algorithm = 'ES256'").getLast());
    assertThat(jwks()).contains(old, keys.current().kid());
  }

  @Test
  void aRetiredKeyIsDeletedWhenItsLastTokenHasDied() {
    // Given
    var old = keys.current().kid();
    stored().age("90 days");
    round();
    stored().age("61 minutes");
    round();
    stored().age("25 hours");

    // When
    round();

    // Then
    assertThat(stored().kids("algorithm = 'ES256'")).hasSize(1).doesNotContain(old);
    assertThat(jwks()).doesNotContain(old);
    assertThat(verify(old)).isFalse();
  }

  @Test
  void withPostgresqlAwayWhatIsInMemoryStands() {
    // Given
    var signer = keys.current().kid();
    stores().postgres().stop();

    // When
    round();

    // Then
    var published = jwks();
    var current = keys.current().kid();
    stores().postgres().restart();
    round();
    assertThat(published).contains(signer);
    assertThat(current).isEqualTo(signer);
    assertThat(keys.current().kid()).isEqualTo(signer);
  }

  @Test
  void aKeyThatAnotherReplicaHasJustMadeVerifies() {
    // Given
    var made =
        sql.statementInBackground(
                () -> rows.change((all, now) -> rows.rules().rotate(Algorithm.ES256, all, now)))
            .await()
            .atMost(PATIENCE)
            .changes()
            .getFirst();

    // When
    var known = verify(made.kid());

    // Then
    assertThat(known).isTrue();
  }

  @Test
  void aKeyThatNobodyMadeIsUnknown() {
    // When
    var known = verify("of-somebody-else");

    // Then
    assertThat(known).isFalse();
  }

  @Test
  void eachKeyIsKnownByTheTimesOfItsRow() {
    // When
    var published = keys.published();

    // Then
    assertThat(published)
        .hasSize(2)
        .allMatch(key -> key.record().state(Instant.now()) == KeyState.ACTIVE);
  }

  private boolean verify(String kid) {
    // A look at PostgreSQL is shared for a second: ask until one of our own has happened.
    var asked =
        verification
            .find(kid)
            .onItem()
            .delayIt()
            .by(Duration.ofMillis(1100))
            .await()
            .atMost(PATIENCE);
    return asked.isPresent() || verification.find(kid).await().atMost(PATIENCE).isPresent();
  }

  private List<String> jwks() {
    return given().when().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
  }

  private void round() {
    rounds.round().await().atMost(PATIENCE);
  }

  private StoredKeys stored() {
    return new StoredKeys(stores());
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
