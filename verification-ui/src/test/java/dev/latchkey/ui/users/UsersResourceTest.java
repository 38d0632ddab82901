package dev.latchkey.ui.users;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Neighbours;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.Registry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class UsersResourceTest {

  private static final String PATH = "/admin/users";
  private static final String PROBLEM = "application/problem+json";
  private static final String PASSWORD = "erins-secret";

  private final Phone phone = new Phone();

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // before each test
  private Administrator administrator;

  @SuppressWarnings("NullAway.Init") // before each test
  private String erin;

  @BeforeEach
  void anAdministratorIsThere() {
    administrator = Administrator.of(stores);
    erin = Neighbours.moveIn(stores).account("erin");
  }

  @AfterEach
  void setFree() {
    stores.postgres().thaw();
    Registry.run(stores, "update people.account set locked = false where username = 'erin'");
  }

  @Test
  void showsAnAccountAndNothingOfItsPassword() {
    // When
    var response = get(erin);

    // Then
    response
        .statusCode(200)
        .header("ETag", notNullValue())
        .header("Cache-Control", "no-store")
        .body("subject", equalTo(erin))
        .body("username", equalTo("erin"))
        .body("name", equalTo("Erin"))
        .body("state", equalTo("active"))
        .body("blocked", equalTo(false))
        .body("has_password", equalTo(true))
        .body("providers", empty())
        .body(not(containsString("argon")));
  }

  @ParameterizedTest
  @CsvSource({"username, alice", "username, ALICE", "email, Alice@Example.com"})
  void findsByNameAndByEmailWhateverTheCase(String parameter, String value) {
    // When
    var response = list(Map.of(parameter, value));

    // Then
    response.statusCode(200).body("users.username", hasItem("alice"));
  }

  @ParameterizedTest
  @CsvSource({"username, ali", "username, alice%", "email, alice@example", "email, nobody"})
  void findsOnlyTheWholeOfIt(String parameter, String value) {
    // When
    var response = list(Map.of(parameter, value));

    // Then
    response.statusCode(200).body("users", empty());
  }

  @Test
  void aBlockedPersonIsOutAndStaysOutUntilLetIn() {
    // Given
    phone.signIn("erin", PASSWORD);
    assertThat(isSignedIn()).isTrue();

    // When
    var response = put(erin + "/block");

    // Then
    response.statusCode(204);
    assertThat(isSignedIn()).isFalse();
    signIn(new Phone()).statusCode(422);
    get(erin).body("state", equalTo("blocked")).body("blocked", equalTo(true));
    list(Map.of("state", "blocked")).body("users.username", hasItem("erin"));
    delete(erin + "/block").statusCode(204);
    assertThat(isSignedIn()).isFalse();
    signIn(new Phone()).statusCode(303);
  }

  @Test
  void aBlockedPersonApprovesNothing() {
    // Given
    phone.signIn("erin", PASSWORD);
    var device = Device.asks(stores);
    var consent =
        phone.follow(phone.confirm(phone.follow(phone.typeCode(device.code())), "continue"));
    put(erin + "/block");

    // When
    phone.consent(consent, "approve");

    // Then
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void aPersonIsSignedOutEverywhereAndMaySignInAgain() {
    // Given
    phone.signIn("erin", PASSWORD);
    assertThat(isSignedIn()).isTrue();

    // When
    var response = delete(erin + "/sessions");

    // Then
    response.statusCode(204);
    assertThat(isSignedIn()).isFalse();
    signIn(new Phone()).statusCode(303);
  }

  @Test
  void eachChangeIsAnEventThatNamesTheAdministrator() {
    try (var audit = AuditLines.open()) {
      // When
      put(erin + "/block");
      put(erin + "/block");
      delete(erin + "/block");
      delete(erin + "/block");
      delete(erin + "/sessions");

      // Then
      assertThat(audit.with("subject", erin))
          .hasSize(3)
          .allMatch(line -> line.contains("by=admin-cli"));
      assertThat(audit.of("account.blocked")).hasSize(1);
      assertThat(audit.of("account.unblocked")).hasSize(1);
      assertThat(audit.of("sessions.ended")).hasSize(1);
    }
  }

  @Test
  void whoWantsToBeSureIsToldThatItHasChanged() {
    // Given
    var stale = get(erin).extract().header("ETag");
    delete(erin + "/sessions");

    // When
    var response =
        administrator
            .asks()
            .header("If-Match", stale)
            .when()
            .put(PATH + "/" + erin + "/block")
            .then();

    // Then
    response.statusCode(412).contentType(PROBLEM);
    get(erin).body("state", equalTo("active"));
  }

  @Test
  void pagesShowEachAccountOnce() {
    // Given
    var all = list(Map.of("limit", "200")).extract().<List<String>>path("users.subject");

    // When
    var shown = new ArrayList<String>();
    var page = list(Map.of("limit", "2"));
    shown.addAll(page.extract().path("users.subject"));
    while (page.extract().path("next") != null) {
      page = list(Map.of("limit", "2", "cursor", page.extract().path("next")));
      shown.addAll(page.statusCode(200).extract().path("users.subject"));
    }

    // Then
    assertThat(shown).containsExactlyElementsOf(all).contains(erin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=x", "username=", "state=gone", "limit=0", "cursor=x"})
  void whatIsNotUnderstoodIsRefused(String query) {
    // When
    var response = administrator.asks().when().get(PATH + "?" + query).then();

    // Then
    response.statusCode(400).contentType(PROBLEM);
  }

  @Test
  void nobodyElseIsThere() {
    // When
    var responses =
        List.of(
            get("erin"),
            get(UUID.randomUUID().toString()),
            put(UUID.randomUUID() + "/block"),
            delete(UUID.randomUUID() + "/block"),
            delete(UUID.randomUUID() + "/sessions"));

    // Then
    responses.forEach(response -> response.statusCode(404).contentType(PROBLEM));
  }

  @Test
  void accountsAreNotMadeHere() {
    // When
    var response =
        administrator
            .asks()
            .contentType("application/json")
            .body("{\"username\":\"mallory\"}")
            .when()
            .post(PATH)
            .then();

    // Then
    response.statusCode(405).contentType(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({
    "admin-cli, /admin, openid, 403",
    "admin-cli, /userinfo, latchkey:admin, 401",
    "tv, /admin, latchkey:admin, 401",
    "nobody, /admin, latchkey:admin, 401",
  })
  void noOtherTokenWillDo(String client, String audience, String scope, int status) {
    // When
    var response =
        administrator.asks(client, audience, scope).when().put(PATH + "/" + erin + "/block").then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
    get(erin).body("state", equalTo("active"));
  }

  @Test
  void aSessionIsNoTokenHere() {
    // Given
    phone.signIn("erin", PASSWORD);

    // When
    var page = phone.open(PATH);

    // Then
    page.then().statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", notNullValue());
    given().when().get(PATH).then().statusCode(401).contentType(PROBLEM);
  }

  @Test
  void whenThereIsNoPostgresqlNothingIsSaid() {
    // Given
    get(erin);
    stores.postgres().freeze();

    // When
    var response = get(erin);

    // Then
    response
        .statusCode(503)
        .contentType(PROBLEM)
        .header("Retry-After", notNullValue())
        .time(lessThan(5L), SECONDS);
  }

  /** The page is shown to whoever is signed in, and leads everybody else to the sign-in. */
  private boolean isSignedIn() {
    return phone.open("/account").statusCode() == 200;
  }

  private static ValidatableResponse signIn(Phone phone) {
    return phone.signIn(phone.open("/login"), "erin", PASSWORD).then();
  }

  private ValidatableResponse list(Map<String, ?> parameters) {
    return administrator.asks().queryParams(parameters).when().get(PATH).then();
  }

  private ValidatableResponse get(String subject) {
    return administrator.asks().when().get(PATH + "/" + subject).then();
  }

  private ValidatableResponse put(String path) {
    return administrator.asks().when().put(PATH + "/" + path).then();
  }

  private ValidatableResponse delete(String path) {
    return administrator.asks().when().delete(PATH + "/" + path).then();
  }
}
