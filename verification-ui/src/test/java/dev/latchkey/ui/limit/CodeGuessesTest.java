package dev.latchkey.ui.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.Registry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of an address and of everybody are as application.properties has them for tests. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class CodeGuessesTest {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int PER_SESSION = 10;
  private static final int PER_ADDRESS = 1000;
  private static final int EVERYBODYS = 3000;
  private static final String ALARM = "alarm:login-first";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final String address = Addresses.next();
  private final Phone phone = new Phone().at(address);

  @AfterEach
  void everybodyMayTypeAgain() {
    stores.redis().execute("DEL", ALARM);
    stores.redis().execute("DEL", StoredLimit.key("codes-wrong", "everybody"));
    stores.redis().execute("DEL", StoredLimit.key("codes-right", "everybody"));
    Registry.run(
        stores,
        "update people.account set disabled = false, locked = false where username = 'carol'");
  }

  @Test
  void aSessionIsToldWhenToTryAgain() {
    // Given
    useTheSessionUp(phone);

    // When
    var page = phone.typeCode(Device.asks(stores).code());

    // Then
    page.then()
        .statusCode(429)
        .header("Cache-Control", "no-store")
        .body(containsString("Too many wrong codes"))
        .body(containsString("Try again in "));
    assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(500, 660);
  }

  @Test
  void itIsToldInItsLanguage() {
    // Given
    useTheSessionUp(phone);

    // When
    var page = phone.speaking("ar").typeCode(wrong());

    // Then
    page.then().statusCode(429).body(containsString("رموز خاطئة كثيرة"));
  }

  @Test
  void theSessionsLimitSurvivesASignIn() {
    // Given
    useTheSessionUp(phone);
    phone.signIn("alice", "wonderland");

    // When
    var page = phone.typeCode(wrong());

    // Then
    page.then().statusCode(429).body(containsString("Too many wrong codes"));
  }

  @Test
  void anotherSessionAtTheSameAddressGoesOn() {
    // Given
    useTheSessionUp(phone);

    // When
    var answer = new Phone().at(address).typeCode(Device.asks(stores).code());

    // Then
    answer.then().statusCode(303);
  }

  @Test
  void rightCodesUseNothingUp() {
    // Given
    for (var i = 0; i < PER_SESSION; i++) {
      phone.typeCode(Device.asks(stores).code()).then().statusCode(303);
    }

    // When
    var answer = phone.typeCode(Device.asks(stores).code());

    // Then
    answer.then().statusCode(303);
    assertThat(ofAddress()).isZero();
  }

  @Test
  void aLinkIsAGuessToo() {
    // When
    phone.open("/device?user_code=" + wrong());

    // Then
    assertThat(ofAddress()).isOne();
  }

  @Test
  void whatCannotBeACodeIsNoGuess() {
    // Given
    for (var i = 0; i < PER_SESSION; i++) {
      phone.typeCode("?!").then().statusCode(422);
    }

    // When
    var page = phone.typeCode(wrong());

    // Then
    page.then().statusCode(422);
    assertThat(ofAddress()).isOne();
  }

  @Test
  void whatCannotBeACodeIsNoEvent() {
    try (var audit = AuditLines.open()) {
      // When
      phone.typeCode("?!");
      phone.typeCode(wrong());

      // Then
      assertThat(audit.of("code.unknown")).containsExactly("event=code.unknown address=" + address);
    }
  }

  @Test
  void anAccountHasALimitOverAllItsSessions() {
    // Given
    for (var session = 0; session < 2; session++) {
      var signedIn = new Phone().at(Addresses.next());
      signedIn.signIn("dora", "doras-secret");
      useTheSessionUp(signedIn);
    }
    phone.signIn("dora", "doras-secret");

    // When
    var page = phone.typeCode(wrong());

    // Then
    page.then().statusCode(429).body(containsString("Too many wrong codes"));
  }

  @Test
  void atSpeedFromOneAddressNoMoreAreLookedUpThanTheLimit() {
    // Given
    addressHasUsed(PER_ADDRESS - 10);

    // When
    var answers = Crowd.of(40, i -> new Phone().at(address).open("/device?user_code=" + wrong()));

    // Then
    assertThat(Crowd.count(answers, 422)).isEqualTo(10);
    assertThat(Crowd.count(answers, 429)).isEqualTo(30);
    assertThat(ofAddress()).isEqualTo(PER_ADDRESS);
  }

  @Test
  void whoSharesAnAddressSignsInAndNeedNotTypeAgain() {
    // Given
    addressHasUsed(PER_ADDRESS);
    var device = Device.asks(stores);
    var refused = phone.typeCode(device.code());
    var signedIn = phone.signIn(phone.open(Phone.link(refused, "/login")), "alice", "wonderland");

    // When
    var onwards = phone.open(signedIn.header("Location"));

    // Then
    refused
        .then()
        .statusCode(429)
        .body(containsString("Please sign in first"))
        .body(containsString("Without signing in, try again in "))
        .body(not(containsString(device.code())));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    signedIn.then().statusCode(303).header("Location", equalTo("/device"));
    onwards.then().statusCode(303).header("Location", not(containsString(device.code())));
    phone.follow(onwards).then().statusCode(200).body(containsString(device.code()));
  }

  @Test
  void aCodeIsKeptForOneTry() {
    // Given
    addressHasUsed(PER_ADDRESS);
    phone.open(Device.asks(stores).completeUri()).then().statusCode(429);
    phone.signIn("alice", "wonderland");
    phone.open("/device").then().statusCode(303);

    // When
    var page = phone.open("/device");

    // Then
    page.then().statusCode(200).body(containsString("name=\"user_code\""));
  }

  @Test
  void aKeptCodeThatWasTypedNeedNotBeTypedAgain() {
    // Given
    addressHasUsed(PER_ADDRESS);
    var device = Device.asks(stores, grant -> grant.with("typed_code", "1"));
    phone.typeCode(device.code()).then().statusCode(429);
    phone.signIn("alice", "wonderland");

    // When
    var page = phone.follow(phone.open("/device"));

    // Then
    page.then().statusCode(200).body(containsString(device.code()));
  }

  @Test
  void aKeptCodeThatCameWithALinkIsNotTakenForTyped() {
    // Given
    addressHasUsed(PER_ADDRESS);
    var device = Device.asks(stores, grant -> grant.with("typed_code", "1"));
    phone.open(device.completeUri()).then().statusCode(429);
    phone.signIn("alice", "wonderland");

    // When
    var page = phone.open("/device");

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("type the code that your device shows"))
        .body(not(containsString(device.code())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked = true", "disabled = true", "generation = generation + 1"})
  void aSessionOfAStoppedAccountIsNobodys(String stop) {
    // Given
    phone.signIn("carol", "carols-secret");
    Registry.run(stores, "update people.account set " + stop + " where username = 'carol'");
    var end = stores.redis().now().plus(WINDOW).toEpochMilli();
    stores.redis().execute("SET", ALARM, Long.toString(end));

    // When
    var page = phone.typeCode(Device.asks(stores).code());

    // Then
    page.then().statusCode(429).body(containsString("Please sign in first"));
  }

  @Test
  void aRightCodeNeverResetsAnAddress() {
    // Given
    addressHasUsed(500);

    // When
    phone.typeCode(Device.asks(stores).code()).then().statusCode(303);

    // Then
    assertThat(ofAddress()).isEqualTo(500);
  }

  @Test
  void reachingALimitIsOneEvent() {
    // Given
    addressHasUsed(PER_ADDRESS);

    try (var audit = AuditLines.open()) {
      // When
      Crowd.of(10, i -> new Phone().at(address).open("/device?user_code=" + wrong()));

      // Then
      assertThat(audit.of("limit.reached"))
          .containsExactly("event=limit.reached address=" + address + " kind=code_address");
    }
  }

  @Test
  void atSpeedFromTwoHundredAddressesEverybodyMustSignInFirst() {
    // Given
    StoredLimit.used(stores.redis(), "codes-wrong", "everybody", WINDOW, EVERYBODYS - 190);
    var device = Device.asks(stores);

    try (var audit = AuditLines.open()) {
      // When
      var answers =
          Crowd.of(200, i -> new Phone().at(Addresses.next()).open("/device?user_code=" + wrong()));

      // Then
      assertThat(Crowd.count(answers, 429)).isPositive();
      assertThat(Crowd.count(answers, 422)).isBetween(190L, 199L);
      assertThat(audit.of("limit.login_first_on")).hasSize(1);
      phone.typeCode(device.code()).then().statusCode(429).body(containsString("sign in first"));
      phone.signIn("alice", "wonderland");
      phone.follow(phone.open("/device")).then().body(containsString(device.code()));
    }
  }

  @Test
  void thatEndsByItself() {
    // Given
    stores.redis().execute("SET", ALARM, "1");

    try (var audit = AuditLines.open()) {
      // When
      var answers =
          Crowd.of(5, i -> new Phone().at(address).open(Device.asks(stores).completeUri()));

      // Then
      assertThat(Crowd.count(answers, 200)).isEqualTo(5);
      assertThat(audit.of("limit.login_first_off")).hasSize(1);
    }
  }

  @Test
  void manyWrongCodesAmongMoreRightOnesAreNoAttack() {
    // Given
    StoredLimit.used(stores.redis(), "codes-wrong", "everybody", WINDOW, EVERYBODYS);
    StoredLimit.used(stores.redis(), "codes-right", "everybody", WINDOW, EVERYBODYS);
    phone.typeCode(wrong());

    // When
    var answer = phone.typeCode(Device.asks(stores).code());

    // Then
    answer.then().statusCode(303);
  }

  @Test
  void nobodyHidesGuessesBehindACodeOfTheirOwn() {
    // Given
    var device = Device.asks(stores);

    // When
    for (var i = 0; i < 5; i++) {
      phone.open(device.completeUri()).then().statusCode(200);
    }

    // Then
    assertThat(StoredLimit.count(stores.redis(), "codes-right", "everybody")).isOne();
  }

  private static void useTheSessionUp(Phone phone) {
    for (var i = 0; i < PER_SESSION; i++) {
      phone.typeCode(wrong()).then().statusCode(422);
    }
  }

  private static String wrong() {
    return UserCodeFormat.DEFAULT.draw().value();
  }

  private void addressHasUsed(int count) {
    StoredLimit.used(stores.redis(), "codes-per-address", AddressPrefix.of(address), WINDOW, count);
  }

  private int ofAddress() {
    return StoredLimit.count(stores.redis(), "codes-per-address", AddressPrefix.of(address));
  }
}
