package dev.latchkey.ui.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.AnotherInstallation;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.StoredSession;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code latchkey.login.local} is false, providers vouch for people, and nobody else. */
@QuarkusTest
@TestProfile(AnotherInstallation.class)
class NoLocalAccountsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void theOneProviderIsGoneToStraightAway() {
    // Given
    var device = Device.asks(stores);

    // When
    var page = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // Then
    page.then().statusCode(200).body(containsString("<meta http-equiv=\"refresh\""));
    assertThat(Phone.link(page, "/login/work")).contains("grant=", "&confirmed=");
  }

  @Test
  void whoWantsToChooseIsShownProvidersOnly() {
    // When
    var page = phone.open("/login?choose=yes");

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("href=\"/login/work?to=device\""))
        .body(not(containsString("type=\"password\"")))
        .body(not(containsString("data-passkey")))
        .body(not(containsString("class=\"or\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/login/passkey"})
  void whatIsSentAllTheSameSignsNobodyIn(String form) {
    // Given
    var fields =
        Map.of("csrf", csrf(), "username", "alice", "password", "wonderland", "to", "account");

    try (var audit = AuditLines.open()) {
      // When
      var answer = phone.post(form, fields);

      // Then
      answer.then().statusCode(303).header("Location", equalTo("/login?to=account"));
      assertThat(audit.of("login.succeeded")).isEmpty();
      assertThat(audit.of("login.failed")).isEmpty();
      phone.open("/account").then().statusCode(303);
    }
  }

  @Test
  void theAccountPageHasNeitherPasswordNorPasskeys() {
    // Given
    signedInBefore();

    // When
    var page = phone.open("/account");

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("Alice Liddell"))
        .body(not(containsString("type=\"password\"")))
        .body(not(containsString("data-passkey")));
  }

  @Test
  void noPasswordIsChanged() {
    // Given
    signedInBefore();
    var fields =
        Map.of(
            "csrf",
            csrf(),
            "current_password",
            "wonderland",
            "new_password",
            "a-new-lamp-at-night");
    var before = alices("password_hash");

    // When
    var answer = phone.post("/account/password", fields);

    // Then
    answer.then().statusCode(400);
    assertThat(alices("password_hash")).isEqualTo(before);
  }

  /** Somebody who signed in while there were local accounts. */
  private void signedInBefore() {
    phone.open("/device").then().statusCode(200);
    StoredSession.of(phone, stores).signedIn(alices("id"), alices("generation"));
  }

  private String csrf() {
    return Phone.hidden(phone.open("/device"), "/device").getOrDefault("csrf", "");
  }

  private String alices(String column) {
    var sql = "select " + column + " from people.account where username = 'alice'";
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
