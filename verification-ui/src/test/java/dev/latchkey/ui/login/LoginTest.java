package dev.latchkey.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class LoginTest {

  private static final String COOKIE = "latchkey";

  /** With everything in it that means something in a form. */
  private static final String BOBS_PASSWORD = "bob's p&ss?w#rd+%41=é";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void whomTheDeviceExpectsIsFilledInUntilSomethingIsTyped() {
    // Given
    var hint = "alice\"><b>" + "x".repeat(300);
    var device = Device.asks(stores, grant -> grant.with("login_hint", hint));
    var page = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    var again = phone.signIn(page, "bob", "wrong");

    // Then
    page.then()
        .body(containsString("value=\"alice&quot;&gt;&lt;b&gt;" + "x".repeat(246) + "\""))
        .body(not(containsString("<b>")));
    again.then().body(containsString("value=\"bob\"")).body(not(containsString("alice")));
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountAreAnsweredAlike() {
    // When
    var wrong = phone.signIn(phone.open("/login"), "alice", "wrong");
    var unknown = phone.signIn(phone.open("/login"), "nobody", "wrong");

    // Then
    wrong.then().statusCode(422).body(containsString("User name or password is wrong"));
    unknown.then().statusCode(422);
    assertThat(withoutChallenge(unknown).replace("nobody", "alice"))
        .isEqualTo(withoutChallenge(wrong));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "alice, ''",
    "'', wonderland",
    "alice, WONDERLAND",
    "'alice\t!', wonderland"
  })
  void whatIsNotRightDoesNotSignIn(String username, String password) {
    // When
    var page = phone.signIn(phone.open("/login"), username, password);

    // Then
    page.then().statusCode(422).body(containsString("is wrong"));
  }

  @Test
  void overlongInputIsWrongAndNotEchoed() {
    // When
    var page = phone.signIn(phone.open("/login"), "a".repeat(300), "b".repeat(5000));

    // Then
    page.then().statusCode(422).body(not(containsString("aaaaaaaa")));
  }

  @Test
  void missingFieldsAreWrong() {
    // When
    var page = phone.send(phone.open("/login"), "/login", Map.of());

    // Then
    page.then().statusCode(422).body(containsString("is wrong"));
  }

  @Test
  void userNamesCompareWithoutCase() {
    // When
    var answer = phone.signIn(phone.open("/login"), "ALICE", "wonderland");

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/device"));
  }

  @Test
  void theSessionGetsANewIdAndTheOldOneIsDead() {
    // Given
    var login = phone.open("/login");
    var before = phone.cookie(COOKIE);

    // When
    phone.signIn(login, "alice", "wonderland").then().statusCode(303);

    // Then
    assertThat(phone.cookie(COOKIE)).isNotEqualTo(before);
    var attacker = new Phone();
    attacker.setCookie(COOKIE, before);
    attacker.open("/device").then().body(not(containsString("Sign out")));
    phone.open("/device").then().body(containsString("Sign out"));
  }

  @Test
  void aSessionIdOfSomebodysOwnChoiceIsNotTaken() {
    // Given
    var chosen = "A".repeat(43);
    phone.setCookie(COOKIE, chosen);

    // When
    phone.open("/device");

    // Then
    assertThat(phone.cookie(COOKIE)).isNotEqualTo(chosen);
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    // When
    var page = phone.open("/device");

    // Then
    page.then()
        .header("Set-Cookie", containsString("latchkey="))
        .header("Set-Cookie", containsString("; HTTPOnly"))
        .header("Set-Cookie", containsString("; SameSite=Lax"))
        .header("Set-Cookie", containsString("; Path=/"))
        .header("Set-Cookie", not(containsString("Secure")));
  }

  @Test
  void theGrantAtHandSurvivesASignInThatFailsFirst() {
    // Given
    var device = Device.asks(stores);
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    var again = phone.signIn(signIn, "alice", "wrong");

    // When
    var consent = phone.follow(phone.signIn(again, "alice", "wonderland"));

    // Then
    again.then().statusCode(422).body(containsString("Living-room TV"));
    consent.then().statusCode(200).body(containsString(device.code()));
  }

  @ParameterizedTest
  @CsvSource({"return_to", "redirect_uri", "next", "grant"})
  void noAddressOfTheRequestIsGoneTo(String parameter) {
    // Given
    var login = phone.open("/login?" + parameter + "=https://evil.example/");

    // When
    var answer =
        phone.send(
            login,
            "/login",
            Map.of(
                "username", "alice", "password", "wonderland", parameter, "https://evil.example/"));

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/device"));
  }

  @Test
  void anotherPersonCanTakeOver() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("alice", "wonderland");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    var page =
        phone.follow(phone.signIn(phone.open(Phone.link(consent, "/login")), "bob", BOBS_PASSWORD));

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("Allow \u2068"))
        .body(containsString("Signed in as \u2068Bob\u2069"));
  }

  @Test
  void signingOutEndsTheSession() {
    // Given
    phone.signIn("alice", "wonderland");
    var page = phone.open("/device");
    var cookie = phone.cookie(COOKIE);

    // When
    var answer = phone.send(page, "/logout", Map.of());

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/device"));
    assertThat(phone.cookie(COOKIE)).isEmpty();
    signedOut(cookie).then().body(not(containsString("Sign out")));
  }

  /** A passkey's challenge is another on each page. */
  private static String withoutChallenge(Response page) {
    return page.asString().replaceAll("data-challenge=\"[^\"]*\"", "");
  }

  private static Response signedOut(String cookie) {
    var other = new Phone();
    other.setCookie(COOKIE, cookie);
    return other.open("/device");
  }
}
