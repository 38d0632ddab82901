package dev.latchkey.oauth.switches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchedOffTest {

  private static final ClientId TV = new ClientId("tv");
  private static final String API = "https://api.example.com/tv";
  private static final Scope SCOPE = Scope.stored("openid offline_access watch record");

  @Test
  void asARuleNothingIsStopped() {
    // When
    var off = SwitchedOff.of(Set.of());

    // Then
    assertThat(off).isSameAs(SwitchedOff.NOTHING);
    assertThat(off.stops(TV)).isFalse();
    assertThat(off.stops(TV, API, SCOPE)).isFalse();
    assertThat(off.left(SCOPE)).isSameAs(SCOPE);
  }

  @ParameterizedTest
  @CsvSource({
    "SERVICE, '',                         true",
    "CLIENT,  tv,                         true",
    "CLIENT,  other-tv,                   false",
    "API,     https://api.example.com/tv, true",
    "API,     https://api.example.com/,   false",
    "SCOPE,   watch,                      false",
    "SCOPE,   tv,                         false"
  })
  void whatConcernsARequestStopsIt(KillSwitch.Kind kind, String name, boolean stopped) {
    // When
    var off = SwitchedOff.of(Set.of(new KillSwitch(kind, name)));

    // Then
    assertThat(off.stops(TV, API, SCOPE)).isEqualTo(stopped);
  }

  @Test
  void aScopeThatIsOffIsLeftOut() {
    // Given
    var off = SwitchedOff.of(Set.of(KillSwitch.scope("record")));

    // When
    var left = off.left(SCOPE);

    // Then
    assertThat(left).hasToString("openid offline_access watch");
    assertThat(off.touches(SCOPE)).isTrue();
    assertThat(off.touches(Scope.stored("watch"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "watch record,                true",
    "watch record offline_access, true",
    "watch record openid,         false",
    "offline_access,              false",
    "'',                          false"
  })
  void whereNothingIsLeftThatIsOfUseAllIsStopped(String scope, boolean stopped) {
    // Given
    var off = SwitchedOff.of(Set.of(KillSwitch.scope("watch"), KillSwitch.scope("record")));

    // When
    var stops = off.stops(TV, API, Scope.stored(scope));

    // Then
    assertThat(stops).isEqualTo(stopped);
  }

  @Test
  void whoActsForItselfGoesOnWhileTheServiceIsOff() {
    // When
    var off = SwitchedOff.of(Set.of(KillSwitch.SERVICE));

    // Then
    assertThat(off.stops(TV)).isTrue();
    assertThat(off.stopsItself(TV)).isFalse();
    assertThat(SwitchedOff.of(Set.of(KillSwitch.client("tv"))).stopsItself(TV)).isTrue();
  }

  @Test
  void allThatIsOffIsShownInAnOrderForPeople() {
    // Given
    var switches =
        List.of(
            KillSwitch.SERVICE,
            KillSwitch.client("printer"),
            KillSwitch.client("tv"),
            KillSwitch.api(API),
            KillSwitch.scope("watch"));

    // When
    var off = SwitchedOff.of(Set.copyOf(switches));

    // Then
    assertThat(off.all()).containsExactlyElementsOf(switches);
    assertThat(off.all().toString())
        .isEqualTo("[service, client printer, client tv, api " + API + ", scope watch]");
  }

  @Test
  void kindsAreStoredByAWordAndNewOnesAreLeftToNewerBuilds() {
    // When
    var kinds = Arrays.stream(KillSwitch.Kind.values()).map(KillSwitch.Kind::word);

    // Then
    assertThat(kinds).containsExactly("service", "client", "api", "scope");
    assertThat(KillSwitch.Kind.of("api")).contains(KillSwitch.Kind.API);
    assertThat(KillSwitch.Kind.of("region")).isEmpty();
  }
}
