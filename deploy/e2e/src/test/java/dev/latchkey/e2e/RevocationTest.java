package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device that gives its tokens back (RFC 7009). */
@ExtendWith(Latchkey.class)
class RevocationTest {

  @Test
  void aRevokedRefreshTokenEndsTheDeviceAtOnce(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());

    // When
    var answer = tv.revoke(tokens.refreshToken());

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(tv.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    assertThat(tv.userinfo(tokens.accessToken()).status()).isEqualTo(401);
  }

  @Test
  void aRevokedAccessTokenEndsByItself(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());

    // When
    var answer = tv.revoke(tokens.accessToken());

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(tv.userinfo(tokens.accessToken()).status()).isEqualTo(401);
    assertThat(tv.refresh(tokens.refreshToken()).hasTokens()).isTrue();
  }

  @Test
  void anUnknownTokenIsNoError(Tv tv) {
    // Given
    var unknown = "no-token-of-ours";

    // When
    var answer = tv.revoke(unknown);

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void anotherClientRevokesNothing(Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());

    // When
    var unused = tv.of("calm-tv").revoke(tokens.refreshToken());

    // Then
    assertThat(tv.refresh(tokens.refreshToken()).hasTokens()).isTrue();
  }
}
