package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The round trip to a provider and back. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(FakeProvider.class)
class UpstreamSignInTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private FakeProvider provider;

  @SuppressWarnings("NullAway.Init") // before each
  private UpstreamPeople people;

  @SuppressWarnings("NullAway.Init") // before each
  private RoundTrips trips;

  private final Phone phone = new Phone();

  @BeforeEach
  void asItWas() {
    provider.reset();
    people = new UpstreamPeople(stores, provider);
    trips = new RoundTrips(provider, phone);
  }

  @Test
  void theGrantSurvivesTheRoundTripAndIsApprovedByAnAccountOfOurs() {
    // Given
    var device = Device.asks(stores);
    var away = trips.leave(trips.signInPage(device));

    // When
    var consent = phone.follow(phone.open(provider.signIn(away.header("Location"))));

    // Then
    away.then()
        .statusCode(303)
        .header("Location", containsString(provider.issuer() + "/authorize?"));
    consent.then().statusCode(200).body(containsString(device.code()));
    phone.consent(consent, "approve").then().statusCode(303);
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(device.field("subject")).isEqualTo(people.account("subject-1"));
    assertThat(provider.complaints()).isEmpty();
  }

  @Test
  void nothingOfTheProvidersLingersInTheBrowser() {
    // Given
    var away = phone.open("/login/corp");

    // When
    var back = phone.open(provider.signIn(away.header("Location")));

    // Then
    back.then().statusCode(303).header("Location", equalTo("/device"));
    assertThat(back.headers().getValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("q_session"))
        .anyMatch(cookie -> cookie.startsWith("latchkey=") && cookie.contains("HTTPOnly"));
    assertThat(phone.open("/device").asString()).contains("Sign out");
    assertThat(phone.cookieNames()).containsExactly("latchkey");
  }

  @Test
  void theCookiesOfTheRoundTripAreOutOfReachOfScriptsAndOtherSites() {
    // Given
    var page = trips.signInPage(Device.asks(stores));

    // When
    var away = trips.leave(page);

    // Then
    assertThat(away.headers().getValues("Set-Cookie"))
        .filteredOn(cookie -> !cookie.startsWith("latchkey="))
        .hasSize(2)
        .allMatch(cookie -> cookie.contains("HTTPOnly"))
        .allMatch(cookie -> cookie.contains("SameSite=Lax"))
        .allMatch(cookie -> cookie.contains("Path=/login"));
  }

  @Test
  void goingBackAfterwardsIsOutOfDateAndChangesNothing() {
    // Given
    var back = provider.signIn(phone.open("/login/corp").header("Location"));
    phone.open(back).then().statusCode(303);

    // When
    var page = phone.open(back);

    // Then
    page.then().statusCode(400).body(containsString("out of date"));
    phone.open("/device").then().body(containsString("Sign out"));
  }

  @Test
  void aProviderThatIsNotOneIsNoPage() {
    // When
    var page = phone.open("/login/unknown");

    // Then
    page.then().statusCode(404);
  }

  @Test
  void theHostHeaderDecidesNothing() {
    // When
    var away = phone.openAt("evil.example", "/login/corp");

    // Then
    assertThat(FakeProvider.query(away.header("Location")).get("redirect_uri"))
        .isEqualTo(FakeProvider.CALLBACK);
  }
}
