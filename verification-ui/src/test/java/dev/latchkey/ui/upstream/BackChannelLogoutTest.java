package dev.latchkey.ui.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.upstream.FakeProvider.Signing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
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
class BackChannelLogoutTest {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private FakeProvider provider;

  private final String subject = UUID.randomUUID().toString();

  @BeforeEach
  void asItWas() {
    provider.reset();
  }

  @Test
  void endsTheSessionThatBeganWithThatOne() {
    // Given
    var phone = signedIn("sid-1");
    var laptop = signedIn("sid-2");

    // When
    var answer = logout(token("sid-1"));

    // Then
    answer.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
    assertThat(isSignedIn(phone)).isFalse();
    assertThat(isSignedIn(laptop)).isTrue();
  }

  @Test
  void withoutASessionItEndsAllThatThePersonHas() {
    // Given
    var phone = signedIn("sid-1");
    var laptop = signedIn("sid-2");

    // When
    var answer = logout(token(""));

    // Then
    answer.then().statusCode(200);
    assertThat(isSignedIn(phone)).isFalse();
    assertThat(isSignedIn(laptop)).isFalse();
  }

  @Test
  void aTokenIsGoodOnce() {
    // Given
    var token = provider.sign(token(""));
    post(token).then().statusCode(200);

    // When
    var answer = post(token);

    // Then
    answer.then().statusCode(400).header("Cache-Control", equalTo("no-store"));
  }

  static Stream<Arguments> wrongTokens() {
    Consumer<JsonObject> issuer = token -> token.put("iss", "https://evil.example");
    Consumer<JsonObject> audience = token -> token.put("aud", "somebody-else");
    Consumer<JsonObject> old = token -> token.put("iat", Instant.now().getEpochSecond() - 3_600);
    Consumer<JsonObject> noTime = token -> token.remove("iat");
    Consumer<JsonObject> endless = token -> token.remove("exp");
    Consumer<JsonObject> over = token -> token.put("exp", Instant.now().getEpochSecond() - 100);
    Consumer<JsonObject> noId = token -> token.remove("jti");
    Consumer<JsonObject> idToken = token -> token.put("nonce", "n");
    Consumer<JsonObject> noEvent = token -> token.remove("events");
    Consumer<JsonObject> otherEvent = token -> token.put("events", new JsonObject().put("x", 1));
    Consumer<JsonObject> nobody =
        token -> {
          token.remove("sub");
          token.remove("sid");
        };
    return Stream.of(
        Arguments.of("issuer", issuer),
        Arguments.of("audience", audience),
        Arguments.of("too old", old),
        Arguments.of("no time", noTime),
        Arguments.of("without end", endless),
        Arguments.of("over", over),
        Arguments.of("no id", noId),
        Arguments.of("an ID token", idToken),
        Arguments.of("no event", noEvent),
        Arguments.of("another event", otherEvent),
        Arguments.of("of nobody", nobody));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTokens")
  void aTokenThatIsNoLogoutForUsEndsNothing(String what, Consumer<JsonObject> change) {
    // Given
    var phone = signedIn("sid-1");
    var token = token("sid-1");
    change.accept(token);

    // When
    var answer = logout(token);

    // Then
    answer.then().statusCode(400);
    assertThat(isSignedIn(phone)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"logout+jwt, 200", "LOGOUT+JWT, 200", "JWT, 200", "at+jwt, 400"})
  void aTokenOfAnotherTypeEndsNothing(String type, int status) {
    // Given
    provider.type = type;

    // When
    var answer = logout(token("sid-1"));

    // Then
    answer.then().statusCode(status);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GOOD")
  void aTokenThatTheProviderDidNotSignEndsNothing(Signing signing) {
    // Given
    var phone = signedIn("sid-1");
    provider.signing = signing;

    // When
    var answer = logout(token("sid-1"));

    // Then
    answer.then().statusCode(400);
    assertThat(isSignedIn(phone)).isTrue();
  }

  @Test
  void garbageEndsNothing() {
    // When
    var answer = post("garbage");

    // Then
    answer.then().statusCode(400);
  }

  @Test
  void noOtherProviderIsListenedTo() {
    // When
    var answer =
        given()
            .formParam("logout_token", "x")
            .redirects()
            .follow(false)
            .post("/login/unknown/backchannel");

    // Then
    answer.then().statusCode(404);
  }

  private Phone signedIn(String sid) {
    provider.claims = token -> token.put("sub", subject).put("sid", sid + subject);
    var phone = new Phone();
    phone
        .open(provider.signIn(phone.open("/login/corp").header("Location")))
        .then()
        .statusCode(303);
    assertThat(isSignedIn(phone)).isTrue();
    return phone;
  }

  private static boolean isSignedIn(Phone phone) {
    return phone.open("/device").asString().contains("Sign out");
  }

  private JsonObject token(String sid) {
    var token =
        new JsonObject()
            .put("iss", provider.issuer())
            .put("aud", FakeProvider.CLIENT)
            .put("iat", Instant.now().getEpochSecond())
            .put("exp", Instant.now().getEpochSecond() + 120)
            .put("jti", UUID.randomUUID().toString())
            .put("sub", subject)
            .put("events", new JsonObject().put(EVENT, new JsonObject()));
    if (!sid.isEmpty()) {
      token.put("sid", sid + subject);
    }
    return token;
  }

  private Response logout(JsonObject token) {
    return post(provider.sign(token));
  }

  /** As a provider would: from another site, without a session. */
  private static Response post(String token) {
    return given().formParam("logout_token", token).post("/login/corp/backchannel");
  }
}
