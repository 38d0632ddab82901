package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.local.LocalSystem;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** People who sign in at a real identity provider. In order: at the end it is stopped. */
@ExtendWith(Latchkey.class)
@Order(1) // The longest in one piece: begun first, it ends while others are at work.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {

  private static final Chromium CHROMIUM = new Chromium();
  private static final Keycloak KEYCLOAK = new Keycloak();

  @BeforeAll
  static void start(LocalSystem afterTheSystem) {
    KEYCLOAK.start();
  }

  @AfterAll
  static void close() {
    KEYCLOAK.close();
    CHROMIUM.close();
  }

  @Test
  @Order(1)
  void aFirstTimePersonSignsInThereConsentsAndTheDeviceGetsTokensOfOurs(Tv tv, Tables tables) {
    // Given
    var codes = tv.start();
    var kate = toKeycloak(CHROMIUM.person(), codes);

    // When
    signInThere(kate, "kate", "kates-own-password").presses("Approve");

    // Then
    assertThat(kate.heading()).hasText("You are all set");
    var tokens = tv.poll(codes);
    assertThat(tokens.hasTokens()).isTrue();
    var person = tv.userinfo(tokens.accessToken());
    assertThat(person.status()).isEqualTo(200);
    assertThat(Json.text(person.body(), "sub")).isEqualTo(account(tables, "kate"));
    assertThat(Json.text(person.body(), "name")).isEqualTo("Kate Example");
  }

  @Test
  @Order(2)
  void aSecondSignInIsTheSameAccount(Tv tv, Tables tables) {
    // Given
    var before = account(tables, "kate");
    var codes = tv.start(Tv.CLIENT, "openid record");

    // When
    var kate =
        signInThere(toKeycloak(CHROMIUM.person(), codes), "kate", "kates-own-password")
            .presses("Approve");

    // Then
    assertThat(kate.heading()).hasText("You are all set");
    assertThat(account(tables, "kate")).isEqualTo(before);
    assertThat(tv.poll(codes).hasTokens()).isTrue();
  }

  @Test
  @Order(3)
  void aWrongPasswordIsTheirsToSayAndTheCodeStaysGood(Tv tv) {
    // Given
    var codes = tv.start();
    var kate = toKeycloak(CHROMIUM.person(), codes);

    // When
    signInThere(kate, "kate", "not-her-password");

    // Then
    assertThat(kate.page().url()).startsWith(Keycloak.ISSUER);
    assertThat(tv.poll(codes).error()).isEqualTo("authorization_pending");
  }

  @Test
  @Order(4)
  void aSignOutThereEndsTheSessionHere(Tv tv) {
    // Given
    var codes = tv.start();
    var tim = signInThere(toKeycloak(CHROMIUM.person(), codes), "tim", "tims-own-password");
    tim.presses("Approve").opens(codes.page());
    assertThat(signOut(tim)).isVisible();

    // When
    KEYCLOAK.signOut("tim");

    // Then
    tim.opens(codes.page());
    assertThat(signOut(tim)).hasCount(0);
  }

  @Test
  @Order(5)
  void aNameThatIsMarkupIsShownAsText(Tv tv) {
    // Given
    var mona = toKeycloak(CHROMIUM.person(), tv.start());

    // When
    signInThere(mona, "mona", "monas-own-password");

    // Then
    assertThat(mona.page().locator("main")).containsText("<img src=x onerror=alert(1)> Example");
    assertThat(mona.page().locator("main img[src=x]")).hasCount(0);
    assertThat(mona.opens(account(tv)).page().locator("main")).containsText("<img src=x");
  }

  @Test
  @Order(6)
  void aDeviceForAGroupIsApprovedByItsMember(Tv tv) {
    // Given
    var codes = tv.start("staff-kiosk", "openid watch");
    var kate = toKeycloak(CHROMIUM.person(), codes);

    // When
    signInThere(kate, "kate", "kates-own-password").presses("Approve");

    // Then
    assertThat(kate.heading()).hasText("You are all set");
    assertThat(tv.of("staff-kiosk").poll(codes).hasTokens()).isTrue();
  }

  @Test
  @Order(7)
  void aDeviceForAGroupIsNotApprovedByAnybodyElse(Tv tv) {
    // Given
    var codes = tv.start("staff-kiosk", "openid watch");
    var tim = toKeycloak(CHROMIUM.person(), codes);

    // When
    signInThere(tim, "tim", "tims-own-password");

    // Then
    assertThat(tim.heading()).hasText("Not with this account");
    assertThat(tv.of("staff-kiosk").poll(codes).error()).isEqualTo("authorization_pending");
  }

  @Test
  @Order(8)
  void theDeviceSaysWhereToSignInAndAsWhom(Tv tv) {
    // Given
    var hints = Map.of("idp_hint", "keycloak", "login_hint", "kate@example.com");
    var codes = tv.start(Tv.CLIENT, Tv.SCOPE, hints);

    // When
    var kate = CHROMIUM.person().opens(codes.completePage()).presses("Continue");

    // Then
    assertThat(kate.page().locator("#username")).hasValue("kate@example.com");
    assertThat(kate.page().url()).startsWith(Keycloak.ISSUER);
  }

  @Test
  @Order(9)
  void whoSaysNoThereIsToldSoAndTheCodeStaysGood(Tv tv) {
    // Given
    var codes = tv.start("calm-tv", "openid watch");
    var kate = toProvider(CHROMIUM.person(), codes, Keycloak.CAREFUL_LABEL);
    signInThere(kate, "kate", "kates-own-password");

    // When
    kate.page().locator("#kc-cancel").click();

    // Then
    assertThat(kate.heading()).containsText("You were not signed in");
    assertThat(kate.page().locator("main")).containsText("cancelled there");
    assertThat(tv.poll(codes, "calm-tv").error()).isEqualTo("authorization_pending");
    assertThat(follows(kate, "Sign in another way").heading()).hasText("Sign in");
  }

  @Test
  @Order(10)
  void withItStoppedThePageSaysSoAndALocalAccountStillWorks(Tv tv) {
    // Given: its documents are believed for ten seconds.
    KEYCLOAK.close();
    var login = tv.wire().origin().resolve("/login/keycloak");
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(Phone.ofAlice().open(login).statusCode()).isEqualTo(503));
    var codes = tv.start("calm-tv", "openid watch");
    var person = toKeycloak(CHROMIUM.person(), codes);

    var told = person.heading().textContent();

    // When
    follows(person, "Sign in another way").signsIn("bob", "builder-of-things").presses("Approve");

    // Then
    assertThat(told).contains(Keycloak.LABEL).contains("does not answer");
    assertThat(person.heading()).hasText("You are all set");
    assertThat(tv.poll(codes, "calm-tv").hasTokens()).isTrue();
  }

  private static URI account(Tv tv) {
    return tv.wire().origin().resolve("/account");
  }

  private static Person toKeycloak(Person person, Tv.Codes codes) {
    return toProvider(person, codes, Keycloak.LABEL);
  }

  private static Person toProvider(Person person, Tv.Codes codes, String label) {
    return follows(person.opens(codes.completePage()).presses("Continue"), label);
  }

  private static Person follows(Person person, String link) {
    person.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName(link)).click();
    return person;
  }

  private static Person signInThere(Person person, String username, String password) {
    Secrets.note("password", password);
    person.page().locator("#username").fill(username);
    person.page().locator("#password").fill(password);
    person.page().locator("#kc-login").click();
    return person;
  }

  private static Locator signOut(Person person) {
    return person
        .page()
        .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out").setExact(true));
  }

  private static String account(Tables tables, String username) {
    return tables.value(
        "select id::text from people.account where username = ?", "keycloak/" + username);
  }
}
