package dev.latchkey.ui.limit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes of digits while too many of them are live. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class CrowdedDigitsTest {

  private static final UserCodeFormat DIGITS =
      new UserCodeFormat(CharacterSet.DIGITS, "***-***-***");

  private static final String ALARM = "alarm:crowded-digits-9";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone().at(Addresses.next());

  @AfterEach
  void thereIsRoomAgain() {
    stores.redis().execute("DEL", ALARM);
  }

  @Test
  void whoeverBringsOneSignsInFirstAndDoesNotTypeItAgain() {
    // Given
    alarmRings();
    var code = Device.asks(stores, DIGITS).code();

    // When
    var sentAway = phone.typeCode(code);
    var signedIn = phone.signIn(phone.open("/login"), "alice", "wonderland");
    var onwards = phone.open(signedIn.header("Location"));

    // Then
    sentAway.then().statusCode(303).header("Location", equalTo("/login"));
    phone.follow(onwards).then().statusCode(200).body(containsString(code.replace("-", "")));
  }

  @Test
  void aWrongOneIsToldApartOnlyAfterThat() {
    // Given
    alarmRings();

    // When
    var sentAway = phone.open("/device?user_code=" + DIGITS.draw().value());

    // Then
    sentAway.then().statusCode(303).header("Location", equalTo("/login"));
  }

  @Test
  void whoIsSignedInGoesOn() {
    // Given
    alarmRings();
    var code = Device.asks(stores, DIGITS).code();
    phone.signIn("alice", "wonderland");

    // When
    var answer = phone.typeCode(code);

    // Then
    answer.then().statusCode(303).header("Location", not(equalTo("/login")));
  }

  @Test
  void codesOfAnotherKindAreLookedUpForEverybody() {
    // Given
    alarmRings();
    var device = Device.asks(stores);

    // When
    var answer = phone.typeCode(device.code());

    // Then
    answer.then().statusCode(303).header("Location", not(equalTo("/login")));
  }

  @Test
  void digitsAreLookedUpForEverybodyWhenItHasStopped() {
    // Given
    stores.redis().execute("SET", ALARM, "1");
    var code = Device.asks(stores, DIGITS).code();

    // When
    var answer = phone.typeCode(code);

    // Then
    answer.then().statusCode(303).header("Location", not(equalTo("/login")));
  }

  private void alarmRings() {
    var end = stores.redis().now().plus(Duration.ofMinutes(1)).toEpochMilli();
    stores.redis().execute("SET", ALARM, Long.toString(end));
  }
}
