package dev.latchkey.ui.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.StoredSession;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PasskeyTest {

  private static final String ADD = "/account/passkeys";
  private static final String CHANGE = "/account/passkeys/change";
  private static final String SIGN_IN = "/login/passkey";

  private static final String REFUSED = "This passkey cannot be used here";
  private static final String OVER = "open for too long";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final SoftwarePasskey passkey = new SoftwarePasskey();

  /** Has the passkey in the account already. */
  private final Phone owner = new Phone();

  /** Another browser of the same person. */
  private final Phone phone = new Phone();

  @AfterEach
  void nobodyHasPasskeysOrIsLocked() {
    run("delete from people.passkey");
    run(
        "update people.account set password_hash = declared_password_hash, locked = false,"
            + " disabled = false");
  }

  @Test
  void signsInWithoutAPassword() {
    // Given
    add(passkey);

    // When
    var answer = signIn(phone.open("/login?to=account"));

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/account"));
    phone
        .open("/account")
        .then()
        .statusCode(200)
        .body(containsString("Dora"))
        .body(containsString("<dd>Passkey</dd>"))
        .body(containsString("last used"));
  }

  @Test
  void aDeviceIsApprovedAndToldHowThePersonSignedIn() {
    // Given
    add(passkey);
    var device = Device.asks(stores);
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    var consent = phone.follow(signIn(signIn));

    // When
    phone.consent(consent, "approve");

    // Then
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(Set.of(device.field("amr").split(" ")))
        .containsExactlyInAnyOrder("pop", "user", "mfa");
    assertThat(device.field("acr")).isEqualTo("phr");
  }

  @Test
  void aCountThatGoesUpIsFine() {
    // Given
    add(passkey.withCount(3));

    // When
    var answer = signIn(passkey.withCount(4));

    // Then
    answer.then().statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void aCountThatDoesNotGoUpIsAClones(int count) {
    // Given
    add(passkey.withCount(3));

    // When
    var answer = signIn(passkey.withCount(count));

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void anAnswerIsGoodOnce() {
    // Given
    add(passkey);
    var page = phone.open("/login");
    var answer = passkey.signIn(page);
    var other = new Phone();
    other.setCookie("latchkey", phone.cookie("latchkey"));
    other.send(page, SIGN_IN, answer).then().statusCode(303);

    // When
    var again = phone.send(page, SIGN_IN, answer);

    // Then
    again.then().statusCode(422).body(containsString(OVER));
  }

  @Test
  void anAnswerIsGoodInTheSessionThatWasAskedOnly() {
    // Given
    add(passkey);
    var stolen = passkey.signIn(new Phone().open("/login"));

    // When
    var answer = phone.send(phone.open("/login"), SIGN_IN, stolen);

    // Then
    answer.then().statusCode(422).body(containsString(OVER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:8081", "https://localhost:8080", "https://evil.example"})
  void whatAnotherSiteHadSignedIsRefused(String origin) {
    // Given
    add(passkey);

    // When
    var answer = signIn(passkey.at(origin));

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void whatWasSignedForAnotherSiteIsRefused() {
    // Given
    add(passkey);

    // When
    var answer = signIn(passkey.of("evil.example"));

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void presenceWithoutVerificationIsNotEnough() {
    // Given
    add(passkey);

    // When
    var answer = signIn(passkey.withoutVerification());

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void aPasskeyThatKeepsAnotherAccountsHandleIsRefused() {
    // Given
    add(passkey);

    // When
    var answer = signIn(passkey.withHandle(new byte[16]));

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void aPasskeyNobodyAddedIsRefused() {
    // When
    var answer = signIn(passkey.withHandle(new byte[16]));

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"credential", "user_handle", "authenticator_data", "client_data", "signature"})
  void whatCannotBeReadIsRefused(String field) {
    // Given
    add(passkey);
    var page = phone.open("/login");
    var fields = new HashMap<>(passkey.signIn(page));
    fields.put(field, "AAAA");

    // When
    var answer = phone.send(page, SIGN_IN, fields);

    // Then
    answer.then().statusCode(422).body(containsString("Sign in"));
  }

  @Test
  void theGrantAtHandSurvivesAPasskeyThatIsRefused() {
    // Given
    var device = Device.asks(stores);
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    var again = phone.send(signIn, SIGN_IN, passkey.withHandle(new byte[16]).signIn(signIn));

    // Then
    again.then().statusCode(422).body(containsString("Living-room TV"));
    phone
        .follow(phone.signIn(again, "dora", "doras-secret"))
        .then()
        .body(containsString(device.code()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "disabled"})
  void aStoppedAccountHasNoUseForIt(String how) {
    // Given
    add(passkey);
    run("update people.account set " + how + " = true where username = 'dora'");

    // When
    var answer = signIn(passkey);

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void anAccountThatOnlyAProviderVouchesForHasNoUseForIt() {
    // Given
    add(passkey);
    run("update people.account set password_hash = null where username = 'dora'");

    // When
    var answer = signIn(passkey);

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void anAccountThatOnlyAProviderVouchesForGetsNone() {
    // Given
    owner.signIn("dora", "doras-secret");
    var page = owner.open("/account");
    run("update people.account set password_hash = null where username = 'dora'");

    // When
    var answer = owner.send(page, ADD, passkey.register(page));

    // Then
    answer.then().statusCode(400);
    owner.open("/account").then().statusCode(200).body(not(containsString(ADD)));
  }

  @Test
  void whoSignedInAWhileAgoSignsInAgainToAddOne() {
    // Given
    owner.signIn("dora", "doras-secret");
    var page = owner.open("/account");
    StoredSession.of(owner, stores).signedInBefore(Duration.ofMinutes(11));

    // When
    var answer = owner.send(page, ADD, passkey.register(page));

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/login?to=account"));
    owner
        .open("/account")
        .then()
        .body(containsString("within the last 10 minutes"))
        .body(not(containsString("action=\"" + ADD + "\"")));
  }

  @Test
  void aChangeOfPasswordTellsThatItRemains() {
    // Given
    var page = add(passkey);

    // When
    var changed =
        owner.send(
            page,
            "/account/password",
            Map.of("current_password", "doras-secret", "new_password", "a-new-lamp-at-night"));

    // Then
    owner.follow(changed).then().body(containsString("Passkeys that still sign you in: 1."));
    signIn(passkey).then().statusCode(303);
  }

  @Test
  void aRemovedPasskeyIsRefused() {
    // Given
    var page = add(passkey);
    owner.send(page, CHANGE, Map.of("change", "remove")).then().statusCode(303);

    // When
    var answer = signIn(passkey);

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
    owner.open("/account").then().body(containsString("no passkeys yet"));
  }

  @Test
  void aNameIsShownAsText() {
    // Given
    var page = add(passkey);

    // When
    owner.send(page, CHANGE, Map.of("change", "rename", "label", " <b>Phone\u202e</b> "));

    // Then
    owner.open("/account").then().body(containsString("value=\"&lt;b&gt;Phone&lt;/b&gt;\""));
  }

  @Test
  void somebodyElsesPasskeyIsOutOfReach() {
    // Given
    var theirs = Phone.hidden(add(passkey), CHANGE).getOrDefault("passkey", "");
    phone.signIn("erin", "erins-secret");
    add(phone, new SoftwarePasskey());
    var page = phone.open("/account");

    // When
    phone.send(page, CHANGE, Map.of("change", "remove", "passkey", theirs));

    // Then
    signIn(new Phone(), passkey).then().statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rename", "remove"})
  void whatIsNotThereAnyMoreIsNotSaidToBeDone(String change) {
    // Given
    var page = add(passkey);
    var fields = Map.of("change", change, "passkey", "00000000-0000-4000-8000-000000000000");

    // When
    var answer = owner.send(page, CHANGE, fields);

    // Then
    answer
        .then()
        .statusCode(404)
        .body(containsString("This passkey is not in your account any more."))
        .body(not(containsString("role=\"status\"")));
  }

  @Test
  void aPasskeyIsAddedOnce() {
    // Given
    add(passkey);

    // When
    var page = owner.open("/account");
    var again = owner.send(page, ADD, passkey.register(page));

    // Then
    again.then().statusCode(422).body(containsString("already in your account"));
    assertThat(SoftwarePasskey.told(page, "create", "exclude")).isNotEmpty();
  }

  @Test
  void oneThatDoesNotVerifyItsPersonIsNotAdded() {
    // Given
    owner.signIn("dora", "doras-secret");
    var page = owner.open("/account");

    // When
    var answer = owner.send(page, ADD, passkey.withoutVerification().register(page));

    // Then
    answer.then().statusCode(422).body(containsString(REFUSED));
  }

  @Test
  void theHandleIsNeitherTheNameNorTheSubject() {
    // Given
    owner.signIn("dora", "doras-secret");

    // When
    var page = owner.open("/account");

    // Then
    assertThat(SoftwarePasskey.told(page, "create", "user")).hasSize(22);
    page.then().body(not(containsString("@")));
  }

  @Test
  void nobodyAddsOneWithoutSigningIn() {
    // Given
    var page = phone.open("/login");

    // When
    var answer =
        phone.post(ADD, Map.of("csrf", Phone.hidden(page, "/login").getOrDefault("csrf", "")));

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/login?to=account"));
  }

  /** The account's page with the passkey on it. */
  private Response add(SoftwarePasskey added) {
    owner.signIn("dora", "doras-secret");
    return add(owner, added);
  }

  private static Response add(Phone browser, SoftwarePasskey added) {
    var page = browser.open("/account");
    var answer = browser.send(page, ADD, added.register(page));
    answer.then().statusCode(303).header("Location", equalTo("/account"));
    return browser.follow(answer);
  }

  private Response signIn(SoftwarePasskey with) {
    return signIn(phone, with);
  }

  private static Response signIn(Phone browser, SoftwarePasskey with) {
    var page = browser.open("/login");
    return browser.send(page, SIGN_IN, with.signIn(page));
  }

  private Response signIn(Response page) {
    return phone.send(page, SIGN_IN, passkey.signIn(page));
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
