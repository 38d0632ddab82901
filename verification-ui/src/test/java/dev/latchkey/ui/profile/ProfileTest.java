package dev.latchkey.ui.profile;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ProfileTest {

  private static final String PASSWORD = "/account/password";
  private static final String EVERYWHERE = "/account/sign-out-everywhere";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @AfterEach
  void asDeclared() {
    run(
        "update people.account set password_hash = declared_password_hash, locked = false,"
            + " disabled = false where username = 'erin'");
  }

  @Test
  void whoIsNotSignedInSignsInAndComesBack() {
    // Given
    var login = phone.follow(phone.open("/account"));

    // When
    var answer = phone.signIn(login, "erin", "erins-secret");

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/account"));
    phone
        .follow(answer)
        .then()
        .statusCode(200)
        .body(containsString("Erin"))
        .body(containsString("<dd>Password</dd>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "//evil.example", "nowhere", ""})
  void onlyPlacesOfOursAreGoneTo(String to) {
    // Given
    var login = phone.open("/login?to=" + to);

    // When
    var answer =
        phone.send(
            login, "/login", Map.of("username", "erin", "password", "erins-secret", "to", to));

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/device"));
  }

  @Test
  void aChangedPasswordIsTheOnlyOne() {
    // Given
    signIn(phone);

    // When
    var answer = change("erins-secret", "a-new-lamp-at-night");

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/account"));
    phone.follow(answer).then().statusCode(200).body(containsString("Your password was changed"));
    var old = new Phone();
    old.signIn(old.open("/login"), "erin", "erins-secret").then().statusCode(422);
    new Phone().signIn("erin", "a-new-lamp-at-night");
  }

  @Test
  void whatWasDoneIsSaidOnce() {
    // Given
    signIn(phone);
    phone.follow(change("erins-secret", "a-new-lamp-at-night"));

    // When
    var again = phone.open("/account");

    // Then
    again.then().statusCode(200).body(not(containsString("role=\"status\"")));
  }

  @ParameterizedTest
  @CsvSource({"/account?done=passkey_removed", "/devices?done=all-unlinked"})
  void noLinkHasThePageSayThatSomethingWasDone(String link) {
    // Given
    signIn(phone);

    // When
    var page = phone.open(link);

    // Then
    page.then().statusCode(200).body(not(containsString("role=\"status\"")));
  }

  @Test
  void whatWasDoneIsSaidToNobodyElse() {
    // Given
    signIn(phone);
    change("erins-secret", "a-new-lamp-at-night");
    var other = new Phone();
    other.signIn("alice", "wonderland");
    other.setCookie("latchkey-done", phone.cookie("latchkey-done"));

    // When
    var page = other.open("/account");

    // Then
    page.then().statusCode(200).body(not(containsString("role=\"status\"")));
  }

  @Test
  void otherSessionsEndWithTheOldPassword() {
    // Given
    var other = new Phone();
    signIn(other);
    signIn(phone);

    // When
    change("erins-secret", "a-new-lamp-at-night").then().statusCode(303);

    // Then
    other.open("/account").then().statusCode(303).header("Location", equalTo("/login?to=account"));
    phone.open("/account").then().statusCode(200);
  }

  @Test
  void aWrongCurrentPasswordChangesNothing() {
    // Given
    signIn(phone);

    // When
    var page = change("wrong", "a-new-lamp-at-night");

    // Then
    page.then().statusCode(422).body(containsString("current password is wrong"));
    new Phone().signIn("erin", "erins-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "'', too short",
    "seven77, too short",
    "PassWord1, Too many people",
    "erin.light, must not be your user name"
  })
  void whatWouldBeGuessedIsNotTaken(String password, String said) {
    // Given
    run("update people.account set username = 'erin.light' where username = 'erin'");
    phone.signIn("erin.light", "erins-secret");

    // When
    var page = change("erins-secret", password);

    // Then
    run("update people.account set username = 'erin' where username = 'erin.light'");
    page.then().statusCode(422).body(containsString(said));
  }

  @Test
  void overlongInputIsNotTaken() {
    // Given
    signIn(phone);

    // When
    var page = change("erins-secret", "b".repeat(300));

    // Then
    page.then().statusCode(422).body(containsString("too long"));
  }

  @Test
  void signingOutEverywhereEndsEverySession() {
    // Given
    var other = new Phone();
    signIn(other);
    signIn(phone);

    // When
    var answer = phone.send(phone.open("/account"), EVERYWHERE, Map.of());

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/device"));
    other.open("/account").then().statusCode(303);
    phone.open("/account").then().statusCode(303);
    signIn(new Phone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "disabled"})
  void aStoppedAccountsPageIsShutAtOnce(String how) {
    // Given
    signIn(phone);
    var page = phone.open("/account");
    run("update people.account set " + how + " = true where username = 'erin'");

    // When
    var shown = phone.open("/account");
    var changed =
        phone.send(
            page,
            PASSWORD,
            Map.of("current_password", "erins-secret", "new_password", "a-new-lamp-at-night"));

    // Then
    shown.then().statusCode(303).header("Location", equalTo("/login?to=account"));
    changed.then().statusCode(303).header("Location", equalTo("/login?to=account"));
  }

  @Test
  void anAccountWithoutAPasswordHasNoFormForOne() {
    // Given
    signIn(phone);
    run("update people.account set password_hash = null where username = 'erin'");

    // When
    var page = phone.open("/account");

    // Then
    page.then().statusCode(200).body(not(containsString("name=\"current_password\"")));
  }

  private static void signIn(Phone browser) {
    browser.signIn("erin", "erins-secret");
  }

  private Response change(String current, String next) {
    return phone.send(
        phone.open("/account"),
        PASSWORD,
        Map.of("current_password", current, "new_password", next));
  }

  private void run(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
