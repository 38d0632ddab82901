package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices wish for their person reaches the provider, and is checked when they are back. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(FakeProvider.class)
class UpstreamWishesTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private FakeProvider provider;

  @SuppressWarnings("NullAway.Init") // before each
  private RoundTrips trips;

  private final Phone phone = new Phone();

  @BeforeEach
  void asItWas() {
    provider.reset();
    trips = new RoundTrips(provider, phone);
  }

  @Test
  void whatTheDeviceWishesIsPassedOn() {
    // Given
    var device =
        Device.asks(
            stores,
            grant ->
                grant
                    .with("login_hint", "una@example.com")
                    .with("acr_values", "gold silver")
                    .with("max_age", "60")
                    .with("ui_locales", "de"));

    // When
    var away = trips.leave(trips.signInPage(device));

    // Then
    assertThat(FakeProvider.query(away.header("Location")))
        .containsEntry("login_hint", "una@example.com")
        .containsEntry("acr_values", "gold silver")
        .containsEntry("max_age", "60")
        .containsEntry("ui_locales", "de")
        .doesNotContainKey("prompt");
  }

  @Test
  void anOldSignInDoesNotDoForADeviceThatWantsAFreshOne() {
    // Given
    provider.claims = token -> token.put("auth_time", Instant.now().getEpochSecond() - 3_600);
    var device = Device.asks(stores, grant -> grant.with("max_age", "60"));
    var away = trips.leave(trips.signInPage(device));

    // When
    var page = phone.open(provider.signIn(away.header("Location")));

    // Then
    page.then().statusCode(403).body(containsString("once more"));
  }

  @Test
  void aProviderThatDoesNotAskAgainIsNotGoneToForEver() {
    // Given
    provider.claims = token -> token.put("auth_time", Instant.now().getEpochSecond() - 3_600);
    var device =
        Device.asks(stores, grant -> grant.with("acr_values", "gold").with("idp_hint", "corp"));
    var first = trips.leave(trips.signInPage(device));
    var second = trips.leave(phone.follow(phone.open(provider.signIn(first.header("Location")))));

    // When
    var page = phone.follow(phone.open(provider.signIn(second.header("Location"))));

    // Then
    assertThat(FakeProvider.query(second.header("Location"))).containsEntry("prompt", "login");
    page.then().statusCode(403).body(containsString("once more"));
  }

  @Test
  void whoIsSignedInIsAskedAgainThere() {
    // Given
    phone.signIn("alice", "wonderland");

    // When
    var away = phone.open("/login/corp");

    // Then
    assertThat(FakeProvider.query(away.header("Location"))).containsEntry("prompt", "login");
  }

  @Test
  void aHintLeadsStraightToItsProvider() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("idp_hint", "corp"));

    // When
    var page = trips.signInPage(device);

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("http-equiv=\"refresh\" content=\"0;url=/login/corp?grant="));
  }

  @Test
  void aHintOfAProviderThatIsNotOneIsNoHint() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("idp_hint", "https://evil.example"));

    // When
    var page = trips.signInPage(device);

    // Then
    page.then().statusCode(200).body(containsString("User name")).body(not(containsString("evil")));
  }
}
