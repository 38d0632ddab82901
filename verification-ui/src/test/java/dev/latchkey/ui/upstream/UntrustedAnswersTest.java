package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.upstream.FakeProvider.Signing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What claims to come from a provider and cannot be relied on signs nobody in. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(FakeProvider.class)
class UntrustedAnswersTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private FakeProvider provider;

  @SuppressWarnings("NullAway.Init") // before each
  private RoundTrips trips;

  private final Phone phone = new Phone();

  @BeforeEach
  void asItWas() {
    provider.reset();
    trips = new RoundTrips(provider, phone);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
  void aTokenThatTheProviderDidNotSignSignsNobodyIn(Signing signing) {
    // Given
    provider.signing = signing;

    // When
    var page = trips.signInAway();

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
    var page = trips.signInAway();

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

  private void untrusted(Response page) {
    page.then().statusCode(502).body(containsString("could not rely on"));
    phone.open("/device").then().body(not(containsString("Sign out")));
  }
}
