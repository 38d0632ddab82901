package dev.latchkey.token.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.OAuthError;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.StoredFamily;
import dev.latchkey.token.client.Clients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a refresh is bound to: the key that proves it, and the API it was approved for. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KeyAndTargetTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Optional<String> KEY = Optional.of("the-key");
  private static final Optional<String> OTHER_KEY = Optional.of("another-key");
  private static final Optional<String> NONE = Optional.empty();

  private @Nullable RealStores stores;
  @Inject @Nullable RefreshGrant grant;
  @Inject @Nullable Clients clients;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(present(stores));
  }

  @Test
  void aPublicClientsTokenIsGoodWithItsKey() throws Exception {
    // Given
    var family = linked("living-room-tv").with("dpop_jkt = 'the-key'");

    // When
    var refreshed = refresh(family, "living-room-tv", KEY, NONE);

    // Then
    assertThat(boundTo(refreshed)).isEqualTo("the-key");
    assertThat(refreshed.refreshToken()).isEqualTo(family.token(2));
  }

  @Test
  void aPublicClientsTokenIsNoGoodWithoutItsKey() {
    // Given
    var family = linked("living-room-tv").with("dpop_jkt = 'the-key', generation = 3");

    // When
    var without = refusal(family, "living-room-tv", NONE, NONE);
    var withAnother = refusal(family, "living-room-tv", OTHER_KEY, NONE);

    // Then
    assertThat(without).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(withAnother).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void aTokenThatNoThiefCanUseIsServedHoweverLate() throws Exception {
    // Given
    var family =
        linked("living-room-tv")
            .with("dpop_jkt = 'the-key', generation = 2, current_used = true")
            .age(Duration.ofDays(9));

    // When
    var refreshed = refresh(family, "living-room-tv", KEY, NONE);

    // Then
    assertThat(refreshed.refreshToken()).isEqualTo(family.token(2));
  }

  @Test
  void aConfidentialClientsTokenIsBoundToNoKey() throws Exception {
    // Given
    var family = linked(FamilyKinds.KEEPER).with("dpop_jkt = 'the-key'");

    // When
    var bearer = refresh(family, FamilyKinds.KEEPER, NONE, NONE);
    var bound = refresh(family, FamilyKinds.KEEPER, OTHER_KEY, NONE);

    // Then
    assertThat(boundTo(bearer)).isNull();
    assertThat(boundTo(bound)).isEqualTo("another-key");
  }

  @Test
  void aTokenThatWasNotBoundStaysSo() throws Exception {
    // Given
    var family = linked("living-room-tv");

    // When
    var bound = refresh(family, "living-room-tv", KEY, NONE);
    var bearer = refresh(family, "living-room-tv", NONE, NONE);

    // Then
    assertThat(boundTo(bound)).isEqualTo("the-key");
    assertThat(boundTo(bearer)).isNull();
  }

  @Test
  void itsOwnApiMayBeNamed() {
    // Given
    var family = linked("living-room-tv");

    // When
    var refreshed = refresh(family, "living-room-tv", NONE, Optional.of(StoredFamily.API));

    // Then
    assertThat(refreshed.refreshToken()).isEqualTo(family.token(2));
  }

  @Test
  void anotherApiIsAnInvalidTarget() {
    // Given
    var family = linked("living-room-tv");

    // When
    var error =
        refusal(family, "living-room-tv", NONE, Optional.of("https://api.example.com/other"));

    // Then
    assertThat(error).isEqualTo(OAuthError.INVALID_TARGET);
    assertThat(family.read().generation()).isEqualTo(1);
  }

  @Test
  void anEmptyScopeIsNone() {
    // Given
    var family = linked("living-room-tv");
    var request = request(family, "living-room-tv", NONE, NONE, Optional.of(Scope.NONE));

    // Then
    assertThatThrownBy(() -> present(grant).refresh(request).await().atMost(PATIENCE))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_SCOPE));
  }

  private StoredFamily linked(String client) {
    return StoredFamily.linked(present(stores), client);
  }

  private Refreshed refresh(
      StoredFamily family, String client, Optional<String> key, Optional<String> target) {
    var request = request(family, client, key, target, Optional.empty());
    return present(grant).refresh(request).await().atMost(PATIENCE);
  }

  private OAuthError refusal(
      StoredFamily family, String client, Optional<String> key, Optional<String> target) {
    try {
      refresh(family, client, key, target);
      throw new AssertionError("not refused");
    } catch (OAuthException e) {
      return e.error();
    }
  }

  private RefreshRequest request(
      StoredFamily family,
      String client,
      Optional<String> key,
      Optional<String> target,
      Optional<Scope> scope) {
    var registered =
        present(clients).fresh(new ClientId(client)).await().atMost(PATIENCE).orElseThrow();
    return new RefreshRequest(family.token(1), registered, scope, target, key, "192.0.2.8");
  }

  private static @Nullable Object boundTo(Refreshed refreshed) throws Exception {
    var claims = SignedJWT.parse(refreshed.tokens().accessToken()).getJWTClaimsSet();
    Map<String, Object> key = claims.getJSONObjectClaim("cnf");
    return key == null ? null : key.get("jkt");
  }

  private static <T> T present(@Nullable T injected) {
    if (injected == null) {
      throw new IllegalStateException("not injected");
    }
    return injected;
  }
}
