package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An API that asks whether a token is still live (RFC 7662). */
@ExtendWith(Latchkey.class)
class IntrospectionTest {

  private static final Map<String, Object> INACTIVE = Map.of("active", false);

  @Test
  void tellsAnApiWhatALiveTokenIsGoodFor(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());

    // When
    var answer = Api.ofTheTv(tv).introspect(tokens.accessToken());

    // Then
    assertThat(answer.body())
        .containsEntry("active", true)
        .containsEntry("client_id", Tv.CLIENT)
        .containsEntry("scope", Tv.SCOPE)
        .containsKeys("sub", "exp", "device_id");
  }

  @Test
  void isInactiveAsSoonAsTheDeviceHasGivenItsRefreshTokenBack(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());
    tv.revoke(tokens.refreshToken());

    // When
    var answer = Api.ofTheTv(tv).introspect(tokens.accessToken());

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(INACTIVE);
  }

  @Test
  void isInactiveAsSoonAsTheAccessTokenIsRevoked(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());
    tv.revoke(tokens.accessToken());

    // When
    var answer = Api.ofTheTv(tv).introspect(tokens.accessToken());

    // Then
    assertThat(answer.body()).isEqualTo(INACTIVE);
  }

  @Test
  void tellsAClientThatIsNoApiNothing(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());
    var kiosk = new Api(tv.wire(), "kiosk", "kiosk-secret-for-tests-only");

    // When
    var answer = kiosk.introspect(tokens.accessToken());

    // Then
    assertThat(answer.body()).isEqualTo(INACTIVE);
  }

  @Test
  void asksForCredentials(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());
    var stranger = new Api(tv.wire(), "tv-api", "not-the-secret-of-this-api");

    // When
    var answer = stranger.introspect(tokens.accessToken());

    // Then
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("invalid_client");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }
}
