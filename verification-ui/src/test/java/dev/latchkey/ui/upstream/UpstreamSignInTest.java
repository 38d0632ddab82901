package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.AuditLines;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.upstream.FakeProvider.Signing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(FakeProvider.class)
class UpstreamSignInTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private FakeProvider provider;

  private final Phone phone = new Phone();

  @BeforeEach
  void asItWas() {
    provider.reset();
  }

  @Test
  void theGrantSurvivesTheRoundTripAndIsApprovedByAnAccountOfOurs() {
    // Given
    var device = Device.asks(stores);
    var away = leave(signInPage(device));

    // When
    var consent = phone.follow(phone.open(provider.signIn(away.header("Location"))));

    // Then
    away.then()
        .statusCode(303)
        .header("Location", containsString(provider.issuer() + "/authorize?"));
    consent.then().statusCode(200).body(containsString(device.code()));
    phone.consent(consent, "approve").then().statusCode(303);
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(device.field("subject")).isEqualTo(account("subject-1"));
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
    var page = signInPage(Device.asks(stores));

    // When
    var away = leave(page);

    // Then
    assertThat(away.headers().getValues("Set-Cookie"))
        .filteredOn(cookie -> !cookie.startsWith("latchkey="))
        .hasSize(2)
        .allMatch(cookie -> cookie.contains("HTTPOnly"))
        .allMatch(cookie -> cookie.contains("SameSite=Lax"))
        .allMatch(cookie -> cookie.contains("Path=/login"));
  }

  @Test
  void aSecondSignInIsTheSameAccountUnderItsNewName() {
    // Given
    provider.claims = token -> token.put("sub", "renamed").put("name", "Before");
    signInAway();
    var before = account("renamed");
    provider.claims = token -> token.put("sub", "renamed").put("name", "After");

    // When
    signInAway();

    // Then
    assertThat(account("renamed")).isEqualTo(before);
    assertThat(value("select name from people.account where id = '" + before + "'"))
        .isEqualTo("After");
  }

  @Test
  void anEmailAddressLinksNothing() {
    // Given
    provider.claims =
        token ->
            token
                .put("sub", "not-alice")
                .put("preferred_username", "alice")
                .put("email", "alice@example.com")
                .put("email_verified", true);

    // When
    signInAway();

    // Then
    var alice = value("select id from people.account where username = 'alice'");
    assertThat(account("not-alice")).isNotEqualTo(alice);
    assertThat(
            value("select username from people.account where id = '" + account("not-alice") + "'"))
        .isEqualTo("corp/alice");
  }

  @Test
  void aNameThatSomebodyElseHadThereIsNotTheSameAccount() {
    // Given
    var name = UUID.randomUUID().toString();
    provider.claims = token -> token.put("sub", name + "-1").put("preferred_username", name);
    signInAway();
    provider.claims = token -> token.put("sub", name + "-2").put("preferred_username", name);

    // When
    signInAway();

    // Then
    assertThat(account(name + "-2")).isNotEqualTo(account(name + "-1"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
  void aTokenThatTheProviderDidNotSignSignsNobodyIn(Signing signing) {
    // Given
    provider.signing = signing;

    // When
    var page = signInAway();

    // Then
    untrusted(page);
  }

  static Stream<Arguments> wrongTokens() {
    Consumer<JsonObject> issuer = token -> token.put("iss", "https://evil.example");
    Consumer<JsonObject> audience = token -> token.put("aud", "somebody-else");
    Consumer<JsonObject> party =
        token ->
            token.put("aud", new JsonArray().add(FakeProvider.CLIENT).add("b")).put("azp", "b");
    Consumer<JsonObject> nonce = token -> token.put("nonce", "another");
    Consumer<JsonObject> noNonce = token -> token.remove("nonce");
    Consumer<JsonObject> expired = token -> token.put("iat", 1_000).put("exp", 2_000);
    Consumer<JsonObject> nobody = token -> token.remove("sub");
    Consumer<JsonObject> number = token -> token.put("sub", 7);
    Consumer<JsonObject> endless = token -> token.put("sub", "x".repeat(10_000));
    return Stream.of(
        Arguments.of("issuer", issuer),
        Arguments.of("audience", audience),
        Arguments.of("authorized party", party),
        Arguments.of("nonce", nonce),
        Arguments.of("no nonce", noNonce),
        Arguments.of("expired", expired),
        Arguments.of("no subject", nobody),
        Arguments.of("subject is a number", number),
        Arguments.of("subject without end", endless));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void aTokenThatIsNotForThisSignInSignsNobodyIn(String what, Consumer<JsonObject> claims) {
    // Given
    provider.claims = claims;

    // When
    var page = signInAway();

    // Then
    untrusted(page);
  }

  @Test
  void theAnswerOfAnotherProviderIsNotTaken() {
    // Given
    var back = provider.signIn(phone.open("/login/corp").header("Location"));

    // When
    var page = phone.openAsIs(back.replace(provider.says(), "&iss=https%3A%2F%2Fevil.example"));

    // Then
    untrusted(page);
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
    var state = FakeProvider.query(leave(signInPage(device)).header("Location")).get("state");

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
  void anAnswerThatDoesNotSayWhoseItIsIsNotTaken() {
    // Given
    var back = provider.signIn(phone.open("/login/corp").header("Location"));

    // When
    var page = phone.openAsIs(back.replace(provider.says(), ""));

    // Then
    untrusted(page);
  }

  @Test
  void whatNobodyAskedForIsNotNoted() {
    try (var audit = AuditLines.open()) {
      // When
      var page = phone.openAsIs("/login/corp/callback?state=nobodys&code=x");

      // Then
      page.then().statusCode(400);
      assertThat(audit.of("login.failed")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"code=x", "state=x&code=x", "state=x&state=y&code=x", "error=access_denied"})
  void anAnswerThatNobodyAskedForIsOutOfDate(String query) {
    // When
    var page = phone.openAsIs("/login/corp/callback?" + query);

    // Then
    assertThat(page.statusCode()).isEqualTo(400);
  }

  @Test
  void anAnswerToAnotherBrowserIsNotTaken() {
    // Given
    var back = provider.signIn(new Phone().open("/login/corp").header("Location"));

    // When
    var page = phone.open(back);

    // Then
    page.then().statusCode(400).body(containsString("out of date"));
  }

  @Test
  void aTokenEndpointThatFailsIsAPage() {
    // Given
    provider.tokenStatus = 500;

    // When
    var page = signInAway();

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
    var signIn = signInPage(device);

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
    var away = leave(signInPage(device));

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
    var away = leave(signInPage(device));

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
    var first = leave(signInPage(device));
    var second = leave(phone.follow(phone.open(provider.signIn(first.header("Location")))));

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
    var page = signInPage(device);

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
    var page = signInPage(device);

    // Then
    page.then().statusCode(200).body(containsString("User name")).body(not(containsString("evil")));
  }

  @ParameterizedTest
  @CsvSource({"disabled", "locked"})
  void anAccountThatIsStoppedHereDoesNotSignIn(String how) {
    // Given
    provider.claims = token -> token.put("sub", "stopped-" + how);
    signInAway();
    run(
        "update people.account set "
            + how
            + " = true where id = '"
            + account("stopped-" + how)
            + "'");

    // When
    var page = signInAway();

    // Then
    page.then().statusCode(403).body(containsString("is stopped"));
  }

  @Test
  void aNameIsTextOnOneLineAndNotLong() {
    // Given
    var device = Device.asks(stores);
    provider.claims =
        token ->
            token
                .put("sub", "hostile")
                .put("name", "<img src=x onerror=alert(1)>\n\u202e\u0000" + "n".repeat(10_000))
                .put("preferred_username", List.of("una"))
                .put("email", "not an address")
                .put("groups", 7);
    var away = leave(signInPage(device));

    // When
    var page = phone.follow(phone.open(provider.signIn(away.header("Location"))));

    // Then
    page.then()
        .statusCode(200)
        .body(not(containsString("<img src=x")))
        .body(containsString("&lt;img"));
    assertThat(value("select name from people.account where id = '" + account("hostile") + "'"))
        .hasSizeLessThanOrEqualTo(100)
        .doesNotContain("\n", "\u202e", "\u0000");
  }

  @Test
  void aFailureSpeaksTheLanguageOfTheDevice() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("ui_locales", "de"));
    var state = FakeProvider.query(leave(signInPage(device)).header("Location")).get("state");

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
    signInAway().then().statusCode(303);
  }

  private Response signInPage(Device device) {
    return phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
  }

  private Response leave(Response page) {
    return phone.open(Phone.link(page, "/login/corp"));
  }

  private Response signInAway() {
    phone.forget();
    return phone.open(provider.signIn(phone.open("/login/corp").header("Location")));
  }

  private void untrusted(Response page) {
    page.then().statusCode(502).body(containsString("could not rely on"));
    phone.open("/device").then().body(not(containsString("Sign out")));
  }

  private String account(String subject) {
    return value(
        "select account from people.upstream_identity where subject = '"
            + subject
            + "' and issuer = '"
            + provider.issuer()
            + "'");
  }

  private String value(String sql) {
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
