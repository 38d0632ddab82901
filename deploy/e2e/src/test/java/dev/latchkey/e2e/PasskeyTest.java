package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.e2e.Tv.Codes;
import dev.latchkey.local.LocalSystem;
import java.text.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with a passkey, in a real browser. */
@ExtendWith(Latchkey.class)
class PasskeyTest {

  private static final String USERNAME = "frank";
  private static final String PASSWORD = "bridges-over-water";

  private static final String WITH_A_PASSKEY = "Sign in with a passkey";

  private static final Chromium CHROMIUM = new Chromium();

  private final LocalSystem system;
  private final Tables tables;
  private final Tv tv;

  PasskeyTest(LocalSystem system, Tables tables, Tv tv) {
    this.system = system;
    this.tables = tables;
    this.tv = tv;
  }

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @AfterEach
  void nobodyHasPasskeysAndFrankHasAgreedToNothing() {
    tables.change("delete from people.passkey");
    tables.change(
        "delete from people.consent where account in"
            + " (select id from people.account where username = ?)",
        USERNAME);
  }

  @Test
  void aDeviceIsApprovedByAPasskeyAloneAndItsTokensSayHow() throws ParseException {
    // Given
    var frank = withPasskey();
    var codes = tv.start(Tv.CLIENT, "openid watch record");

    // When
    signsIn(frank, codes).presses("Approve");

    // Then
    assertThat(frank.heading()).hasText("You are all set");
    var tokens = tv.poll(codes);
    for (var token : new String[] {tokens.accessToken(), tokens.text("id_token")}) {
      var claims = SignedJWT.parse(token).getJWTClaimsSet();
      assertThat(claims.getStringListClaim("amr")).containsExactlyInAnyOrder("pop", "user", "mfa");
      assertThat(claims.getStringClaim("acr")).isEqualTo("phr");
    }
  }

  @Test
  void aRemovedPasskeyIsRefusedAndThePasswordStillWorks() {
    // Given
    var frank = withPasskey();
    tables.change("delete from people.passkey");
    var codes = tv.start();

    // When
    signsIn(frank, codes);

    // Then
    assertThat(alert(frank)).containsText("This passkey cannot be used here");
    frank.signsIn(USERNAME, PASSWORD).presses("Approve");
    assertThat(frank.heading()).hasText("You are all set");
  }

  @Test
  void aPasskeyIsRenamedAndRemovedOnThePage() {
    // Given
    var frank = withPasskey();
    signsIn(frank.opens(system.url().resolve("/account")));
    frank.page().getByLabel("Name of the passkey").fill("My phone");
    frank.presses("Rename");
    assertThat(frank.page().getByLabel("Name of the passkey")).hasValue("My phone");

    // When
    frank.presses("Remove");

    // Then
    assertThat(frank.page().getByRole(AriaRole.STATUS)).containsText("removed");
    assertThat(frank.page().locator("main")).containsText("You have no passkeys yet");
  }

  @Test
  void aCloneIsRefused() {
    // Given
    var frank = withPasskey();
    tables.change("update people.passkey set sign_count = 1000");

    // When
    signsIn(frank, tv.start());

    // Then
    assertThat(alert(frank)).containsText("This passkey cannot be used here");
  }

  @Test
  void whoeverIsNotVerifiedIsToldSoAndMayGoOnWithAPassword() {
    // Given
    var frank = CHROMIUM.person();
    var authenticator = VirtualAuthenticator.of(frank.page());
    adds(frank);
    authenticator.forgetsItsPerson();
    var codes = tv.start();

    // When
    signsIn(frank, codes);

    // Then
    assertThat(alert(frank)).containsText("The passkey was not used");
    frank.signsIn(USERNAME, PASSWORD).presses("Approve");
    assertThat(frank.heading()).hasText("You are all set");
  }

  @Test
  void oneDeviceHasOnePasskeyForAnAccount() {
    // Given
    var frank = withPasskey();
    signsIn(frank.opens(system.url().resolve("/account")));

    // When
    frank.presses("Add a passkey");

    // Then
    assertThat(alert(frank)).containsText("already has a passkey");
  }

  @Test
  void withoutScriptsThereIsNoButtonAndAPasswordWorks() {
    // Given
    var codes = tv.start();
    var frank = CHROMIUM.personWithoutScripts().opens(codes.completePage()).presses("Continue");

    // When
    assertThat(button(frank)).hasCount(0);
    frank.signsIn(USERNAME, PASSWORD).presses("Approve");

    // Then
    assertThat(frank.heading()).hasText("You are all set");
  }

  @Test
  void aDoubleClickSignsInOnce() {
    // Given
    var codes = tv.start(Tv.CLIENT, "openid record");
    var frank = CHROMIUM.person().opens(codes.completePage()).presses("Continue");
    frank.page().getByLabel("User name").fill(USERNAME);
    frank.page().getByLabel("Password").fill(PASSWORD);

    // When
    frank.pressesTwice("Sign in");

    // Then
    frank.presses("Approve");
    assertThat(frank.heading()).hasText("You are all set");
  }

  /** Frank has added a passkey, and signed out. */
  private Person withPasskey() {
    var frank = CHROMIUM.person();
    VirtualAuthenticator.of(frank.page());
    return adds(frank);
  }

  private Person adds(Person frank) {
    frank.opens(system.url().resolve("/account")).signsIn(USERNAME, PASSWORD);
    assertThat(frank.heading()).hasText("Your account");
    frank.presses("Add a passkey");
    assertThat(frank.page().getByRole(AriaRole.STATUS)).containsText("The passkey was added");
    frank.presses("Sign out");
    assertThat(frank.heading()).hasText("Connect your device");
    return frank;
  }

  private static Person signsIn(Person frank, Codes codes) {
    return signsIn(frank.opens(codes.completePage()).presses("Continue"));
  }

  private static Person signsIn(Person frank) {
    return frank.presses(WITH_A_PASSKEY);
  }

  private static Locator button(Person frank) {
    return frank.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(WITH_A_PASSKEY));
  }

  private static Locator alert(Person frank) {
    return frank.page().getByRole(AriaRole.ALERT);
  }
}
