package dev.latchkey.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantView;
import dev.latchkey.grant.Scope;
import dev.latchkey.session.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  private static final Instant ASKED = Instant.parse("2026-01-01T12:00:00.900Z");
  private static final Instant NOW = ASKED.plusSeconds(60);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Test
  void withoutAWishAnySignInWillDo() {
    assertThat(suffices(signedIn(ASKED.minus(AN_HOUR), null), wish(List.of(), null))).isTrue();
  }

  @Test
  void aSignInSinceTheDeviceAskedSatisfiesEveryWish() {
    assertThat(suffices(signedIn(ASKED, null), wish(List.of("gold"), Duration.ZERO))).isTrue();
  }

  @Test
  void aSignInJustBeforeTheDeviceAskedIsNotFresh() {
    assertThat(suffices(signedIn(ASKED.minusMillis(1), null), wish(List.of(), Duration.ZERO)))
        .isFalse();
  }

  @Test
  void aSignInAsOldAsMaxAgeWillDo() {
    assertThat(suffices(signedIn(NOW.minus(AN_HOUR), null), wish(List.of(), AN_HOUR))).isTrue();
  }

  @Test
  void anOlderSignInWillNot() {
    assertThat(
            suffices(signedIn(NOW.minus(AN_HOUR).minusSeconds(1), null), wish(List.of(), AN_HOUR)))
        .isFalse();
  }

  @Test
  void anOldSignInOfOneOfTheContextsWillDo() {
    assertThat(
            suffices(
                signedIn(ASKED.minus(AN_HOUR), "silver"), wish(List.of("gold", "silver"), null)))
        .isTrue();
  }

  @Test
  void anOldSignInOfAnotherContextWillNot() {
    assertThat(suffices(signedIn(ASKED.minus(AN_HOUR), "bronze"), wish(List.of("gold"), null)))
        .isFalse();
  }

  @Test
  void anOldSignInWithoutAContextWillNot() {
    assertThat(suffices(signedIn(ASKED.minus(AN_HOUR), null), wish(List.of("gold"), null)))
        .isFalse();
  }

  @Test
  void theRightContextDoesNotMakeUpForAge() {
    assertThat(
            suffices(
                signedIn(ASKED.minus(AN_HOUR), "gold"),
                wish(List.of("gold"), Duration.ofMinutes(5))))
        .isFalse();
  }

  private static boolean suffices(SignedIn person, AuthenticationRequest wish) {
    return Freshness.suffices(person, view(wish), NOW);
  }

  private static SignedIn signedIn(Instant time, @Nullable String acr) {
    return new SignedIn("alice", 0, time, Set.of("pwd"), acr, Optional.empty());
  }

  private static AuthenticationRequest wish(List<String> acrValues, @Nullable Duration maxAge) {
    return new AuthenticationRequest(List.of(), null, null, acrValues, maxAge);
  }

  private static GrantView view(AuthenticationRequest wish) {
    return new GrantView(
        new ClientId("tv"),
        "Living-room TV",
        null,
        "****-****",
        Scope.NONE,
        Map.of(),
        null,
        null,
        ClaimedDevice.SILENT,
        wish,
        ApprovalPolicy.NONE,
        "203.0.113.77",
        ASKED,
        ASKED.plusSeconds(600));
  }
}
