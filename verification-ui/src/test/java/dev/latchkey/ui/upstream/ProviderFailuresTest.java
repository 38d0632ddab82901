package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that fails is a page that says so, and the code stays good. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(FakeProvider.class)
class ProviderFailuresTest {

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

  @ParameterizedTest
  @CsvSource({
    "access_denied, 403, You were not signed in",
    "login_required, 502, could not sign you in",
    "server_error, 502, could not sign you in",
    "<script>, 502, could not sign you in"
  })
  void anErrorOfTheProviderIsAPageAndTheCodeStaysGood(String error, int status, String says) {
    // Given
    var device = Device.asks(stores);
    var state =
        FakeProvider.query(trips.leave(trips.signInPage(device)).header("Location")).get("state");

    // When
    var page =
        phone.openAsIs(
            "/login/corp/callback?error="
                + error.replace("<", "%3C").replace(">", "%3E")
                + "&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state="
                + state
                + provider.says());

    // Then
    page.then()
        .statusCode(status)
        .body(containsString(says))
        .body(containsString("still works"))
        .body(containsString("Corp &lt;Login&gt;"))
        .body(not(containsString("<script>")));
    var again = phone.open(Phone.link(page, "/login/corp"));
    phone
        .follow(phone.open(provider.signIn(again.header("Location"))))
        .then()
        .body(containsString(device.code()));
  }

  @Test
  void aTokenEndpointThatFailsIsAPage() {
    // Given
    provider.tokenStatus = 500;

    // When
    var page = trips.signInAway();

    // Then
    page.then().statusCode(503).body(containsString("does not answer"));
  }

  @Test
  void aSlowProviderIsAPageInGoodTime() {
    // Given
    provider.slow = true;
    var back = provider.signIn(phone.open("/login/corp").header("Location"));

    // When
    var page = phone.open(back);

    // Then
    page.then().statusCode(503).body(containsString("does not answer"));
    assertThat(page.time()).isLessThan(5_500);
  }

  @Test
  void aProviderThatWasNeverThereIsAPageAndLocalAccountsWork() {
    // Given
    var device = Device.asks(stores);
    var signIn = trips.signInPage(device);

    // When
    var page = phone.open(Phone.link(signIn, "/login/nowhere"));

    // Then
    page.then().statusCode(503).body(containsString("nowhere")).body(containsString("still works"));
    var other = phone.open(Phone.link(page, "/login\\?"));
    phone
        .follow(phone.signIn(other, "alice", "wonderland"))
        .then()
        .body(containsString(device.code()));
  }

  @Test
  void aFailureSpeaksTheLanguageOfTheDevice() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("ui_locales", "de"));
    var state =
        FakeProvider.query(trips.leave(trips.signInPage(device)).header("Location")).get("state");

    // When
    var page =
        phone.open("/login/corp/callback?error=access_denied&state=" + state + provider.says());

    // Then
    page.then()
        .statusCode(403)
        .body(containsString("nicht angemeldet"))
        .body(containsString("lang=\"de\""));
  }

  @Test
  void whatTookTooLongIsSaidInThePersonsLanguageToo() {
    // Given
    provider.slow = true;
    phone.speaking("de");
    var back = provider.signIn(phone.open("/login/corp").header("Location"));

    // When
    var page = phone.open(back);

    // Then
    page.then().statusCode(503).body(containsString("lang=\"de\""));
  }

  @Test
  void aProviderThatIsNotThereIsSaidInThePersonsLanguageToo() {
    // Given
    phone.speaking("de");

    // When
    var page = phone.open("/login/nowhere");

    // Then
    page.then().statusCode(503).body(containsString("lang=\"de\""));
  }

  @Test
  void aProviderThatGoesAwayIsFoundAgainWhenItIsBack() {
    // Given
    phone.open("/login/corp").then().statusCode(303);
    var back = provider.signIn(phone.open("/login/corp").header("Location"));
    provider.close();
    phone.open(back).then().statusCode(503).body(containsString("does not answer"));

    // When
    provider.open();

    // Then
    trips.signInAway().then().statusCode(303);
  }
}
