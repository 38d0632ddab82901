package dev.latchkey.ui.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredBackoff;
import dev.latchkey.stores.StoredLimit;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits are as application.properties has them for tests; the delays as in production. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PasswordGuessesTest {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int PER_ADDRESS = 1000;
  private static final int FREE = 1000;

  /** Enough for the longest delay. */
  private static final int MANY = FREE + 20;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final String address = Addresses.next();
  private final Phone phone = new Phone().at(address);

  @AfterEach
  void forgive() {
    stores.redis().execute("DEL", StoredBackoff.key("passwords", "dora"));
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordWaits() {
    // Given
    failed("dora", MANY);
    phone.signIn(phone.open("/login"), "dora", "wrong").then().statusCode(422);

    // When
    var page = phone.signIn(phone.open("/login"), "dora", "doras-secret");

    // Then
    page.then()
        .statusCode(429)
        .body(containsString("Too many attempts to sign in"))
        .body(containsString("Try again in 15 min."));
    assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(850, 900);
    phone.open("/device").then().body(not(containsString("Sign out")));
  }

  @Test
  void anAccountThatDoesNotExistIsDelayedAlike() {
    // Given
    failed("dora", MANY);
    failed("nobody-at-all", MANY);
    phone.signIn(phone.open("/login"), "dora", "wrong");
    phone.signIn(phone.open("/login"), "nobody-at-all", "wrong");

    // When
    var known = phone.signIn(phone.open("/login"), "dora", "doras-secret");
    var unknown = phone.signIn(phone.open("/login"), "nobody-at-all", "doras-secret");

    // Then
    known.then().statusCode(429);
    unknown.then().statusCode(429);
    assertThat(unknown.asString()).isEqualTo(known.asString());
  }

  @Test
  void spellingTheNameInAnotherWayGivesNoMoreGuesses() {
    // Given
    failed("dora", MANY);
    phone.signIn(phone.open("/login"), " DORA ", "wrong").then().statusCode(422);

    // When
    var page = phone.signIn(phone.open("/login"), "Dora", "wrong");

    // Then
    page.then().statusCode(429);
  }

  @Test
  void ofParallelGuessesNoMoreAreCheckedThanOneAfterTheOther() {
    // Given
    failed("dora", MANY);

    // When
    var answers =
        Crowd.of(
            20,
            i -> {
              var another = new Phone().at(Addresses.next());
              return another.signIn(another.open("/login"), "dora", "wrong");
            });

    // Then
    assertThat(Crowd.count(answers, 422)).isOne();
    assertThat(Crowd.count(answers, 429)).isEqualTo(19);
  }

  @Test
  void theGrantAtHandSurvivesTheWait() {
    // Given
    var device = Device.asks(stores);
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    failed("dora", MANY);
    phone.signIn(signIn, "dora", "wrong");
    var paused = phone.signIn(signIn, "dora", "doras-secret");
    stores.redis().execute("DEL", StoredBackoff.key("passwords", "dora"));

    // When
    var again = phone.open(Phone.link(paused, "/login"));

    // Then
    paused.then().statusCode(429);
    phone
        .follow(phone.signIn(again, "dora", "doras-secret"))
        .then()
        .statusCode(200)
        .body(containsString(device.code()));
  }

  @Test
  void aSuccessForgetsTheFailuresOfTheAccount() {
    // Given
    failed("dora", FREE - 10);

    // When
    phone.signIn("dora", "doras-secret");

    // Then
    assertThat(StoredBackoff.read(stores.redis(), "passwords", "dora")).isEmpty();
  }

  @Test
  void aSuccessNeverResetsAnAddress() {
    // Given
    addressHasUsed(500);

    // When
    phone.signIn("dora", "doras-secret");

    // Then
    assertThat(ofAddress()).isEqualTo(500);
  }

  @Test
  void aFailureUsesTheAddressUp() {
    // When
    phone.signIn(phone.open("/login"), "dora", "wrong").then().statusCode(422);

    // Then
    assertThat(ofAddress()).isOne();
  }

  @Test
  void anAddressThatFailedTooOftenIsPausedExceptForKnownBrowsers() {
    // Given
    var owner = new Phone().at(address);
    owner.signIn("dora", "doras-secret");
    addressHasUsed(PER_ADDRESS);

    // When
    var strangers = phone.signIn(phone.open("/login"), "dora", "doras-secret");
    var owners = owner.signIn(owner.open("/login"), "dora", "doras-secret");

    // Then
    strangers.then().statusCode(429).body(containsString("Too many attempts to sign in"));
    owners.then().statusCode(303);
  }

  @Test
  void nobodyLocksTheOwnerOutFromElsewhere() {
    // Given
    var owner = new Phone().at(Addresses.next());
    owner.signIn("dora", "doras-secret");
    failed("dora", MANY);
    phone.signIn(phone.open("/login"), "dora", "wrong").then().statusCode(422);
    phone.signIn(phone.open("/login"), "dora", "wrong").then().statusCode(429);

    // When
    var answer = owner.signIn(owner.open("/login"), "dora", "doras-secret");

    // Then
    answer.then().statusCode(303);
    assertThat(StoredBackoff.read(stores.redis(), "passwords", "dora")).isNotEmpty();
  }

  @Test
  void aBrowserIsKnownToItsOwnAccountOnly() {
    // Given
    phone.signIn("alice", "wonderland");
    failed("dora", MANY);
    phone.signIn(phone.open("/login"), "dora", "wrong").then().statusCode(422);

    // When
    var page = phone.signIn(phone.open("/login"), "dora", "doras-secret");

    // Then
    page.then().statusCode(429);
  }

  @Test
  void aKnownBrowserMayNotGuessForeverEither() {
    // Given
    phone.signIn("dora", "doras-secret");
    var id = phone.cookie("latchkey-known").split("\\.", 2)[0];
    StoredBackoff.failed(stores.redis(), "passwords-known", id + "\0dora", MANY, Duration.ZERO);
    phone.signIn(phone.open("/login"), "dora", "wrong").then().statusCode(422);

    // When
    var page = phone.signIn(phone.open("/login"), "dora", "doras-secret");

    // Then
    page.then().statusCode(429);
  }

  private void failed(String name, int failures) {
    StoredBackoff.failed(stores.redis(), "passwords", name, failures, Duration.ZERO);
  }

  private void addressHasUsed(int count) {
    StoredLimit.used(
        stores.redis(), "passwords-per-address", AddressPrefix.of(address), WINDOW, count);
  }

  private int ofAddress() {
    return StoredLimit.count(stores.redis(), "passwords-per-address", AddressPrefix.of(address));
  }
}
