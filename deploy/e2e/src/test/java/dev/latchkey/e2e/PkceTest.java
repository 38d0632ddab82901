package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.Tv.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A code that only the device which asked for it can redeem (RFC 7636, from the first leg on). */
@ExtendWith(Latchkey.class)
class PkceTest {

  private static final CodeVerifier VERIFIER = CodeVerifier.random();

  @Test
  void theDeviceWithTheVerifierGetsTheTokens(Tv tv) {
    // Given
    var codes = approved(tv);

    // When
    var answer = tv.poll(codes, Tv.CLIENT, VERIFIER.parameter());

    // Then
    assertThat(answer.hasTokens()).isTrue();
  }

  @Test
  void whoHasOnlyTheCodeGetsNothingAndSpoilsNothing(Tv tv) {
    // Given
    var codes = approved(tv);

    // When
    var without = tv.poll(codes);
    var withAnother = tv.poll(codes, Tv.CLIENT, CodeVerifier.random().parameter());

    // Then
    assertThat(without.error()).isEqualTo("invalid_grant");
    assertThat(withAnother.error()).isEqualTo("invalid_grant");
    assertThat(tv.poll(codes, Tv.CLIENT, VERIFIER.parameter()).hasTokens()).isTrue();
  }

  @Test
  void aVerifierWithoutAChallengeIsRefused(Tv tv) {
    // Given
    var codes = tv.start();
    Phone.ofAlice().approve(codes.completePage());

    // When
    var answer = tv.poll(codes, Tv.CLIENT, VERIFIER.parameter());

    // Then
    assertThat(answer.error()).isEqualTo("invalid_grant");
  }

  @Test
  void aClientThatMustHaveAChallengeGetsNoCodesWithoutOne(Tv tv) {
    // Given
    var web = tv.of("web-tv");

    // When
    var answer = web.ask("openid watch");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
  }

  private static Codes approved(Tv tv) {
    var codes = tv.start(Tv.CLIENT, Tv.SCOPE, VERIFIER.challenge());
    Phone.ofAlice().approve(codes.completePage());
    return codes;
  }
}
