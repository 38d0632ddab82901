package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which account of ours a person of a provider is. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(FakeProvider.class)
class UpstreamAccountsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private FakeProvider provider;

  @SuppressWarnings("NullAway.Init") // before each
  private UpstreamPeople people;

  @SuppressWarnings("NullAway.Init") // before each
  private RoundTrips trips;

  private final Phone phone = new Phone();

  @BeforeEach
  void asItWas() {
    provider.reset();
    people = new UpstreamPeople(stores, provider);
    trips = new RoundTrips(provider, phone);
  }

  @Test
  void aSecondSignInIsTheSameAccountUnderItsNewName() {
    // Given
    provider.claims = token -> token.put("sub", "renamed").put("name", "Before");
    trips.signInAway();
    var before = people.account("renamed");
    provider.claims = token -> token.put("sub", "renamed").put("name", "After");

    // When
    trips.signInAway();

    // Then
    assertThat(people.account("renamed")).isEqualTo(before);
    assertThat(people.value("select name from people.account where id = '" + before + "'"))
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
    trips.signInAway();

    // Then
    var alice = people.value("select id from people.account where username = 'alice'");
    assertThat(people.account("not-alice")).isNotEqualTo(alice);
    assertThat(
            people.value(
                "select username from people.account where id = '"
                    + people.account("not-alice")
                    + "'"))
        .isEqualTo("corp/alice");
  }

  @Test
  void aNameThatSomebodyElseHadThereIsNotTheSameAccount() {
    // Given
    var name = UUID.randomUUID().toString();
    provider.claims = token -> token.put("sub", name + "-1").put("preferred_username", name);
    trips.signInAway();
    provider.claims = token -> token.put("sub", name + "-2").put("preferred_username", name);

    // When
    trips.signInAway();

    // Then
    assertThat(people.account(name + "-2")).isNotEqualTo(people.account(name + "-1"));
  }

  @ParameterizedTest
  @CsvSource({"disabled", "locked"})
  void anAccountThatIsStoppedHereDoesNotSignIn(String how) {
    // Given
    provider.claims = token -> token.put("sub", "stopped-" + how);
    trips.signInAway();
    people.run(
        "update people.account set "
            + how
            + " = true where id = '"
            + people.account("stopped-" + how)
            + "'");

    // When
    var page = trips.signInAway();

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
    var away = trips.leave(trips.signInPage(device));

    // When
    var page = phone.follow(phone.open(provider.signIn(away.header("Location"))));

    // Then
    page.then()
        .statusCode(200)
        .body(not(containsString("<img src=x")))
        .body(containsString("&lt;img"));
    assertThat(
            people.value(
                "select name from people.account where id = '" + people.account("hostile") + "'"))
        .hasSizeLessThanOrEqualTo(100)
        .doesNotContain("\n", "\u202e", "\u0000");
  }
}
