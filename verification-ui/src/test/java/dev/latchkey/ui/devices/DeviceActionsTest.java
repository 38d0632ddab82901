package dev.latchkey.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredTicket;
import dev.latchkey.ui.Neighbours;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.TokenServiceStub;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form on the page has token-service do. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(TokenServiceStub.class)
class DeviceActionsTest {

  private static final long IN_TIME_MILLIS = 4_000;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private TokenServiceStub tokenService;

  @SuppressWarnings("NullAway.Init")
  private Neighbours neighbours;

  private final Phone phone = new Phone();

  @BeforeEach
  void signIn() {
    neighbours = Neighbours.moveIn(stores);
    neighbours.unlinkAll();
    tokenService.answers(204);
    phone.signIn("alice", "wonderland");
  }

  static Stream<Arguments> wishes() {
    return Stream.of(
        arguments("name", "rename", "/devices"),
        arguments("unlink", "unlink", "/devices"),
        arguments("disown", "disown", "/devices/disowned"));
  }

  @ParameterizedTest
  @MethodSource("wishes")
  void aWishGoesToTokenServiceAsATicketOfThatPerson(String form, String action, String onward) {
    // Given
    var device = neighbours.links("alice");

    // When
    var answer = send(device, form, Map.of("name", " Küche "));

    // Then
    answer.then().statusCode(303).header("Location", onward);
    var ticket = ticket();
    assertThat(ticket.getString("subject")).isEqualTo(neighbours.account("alice"));
    assertThat(ticket.getString("action")).isEqualTo(action);
    assertThat(ticket.getString("device")).isEqualTo(device.toString());
    assertThat(ticket.getString("name")).isEqualTo(action.equals("rename") ? "Küche" : null);
  }

  @Test
  void anEmptyNameTakesThePersonsOwnBack() {
    // Given
    var device = neighbours.links("alice");

    // When
    send(device, "name", Map.of("name", " "));

    // Then
    assertThat(ticket().containsKey("name")).isFalse();
  }

  @Test
  void aNameThatIsTooLongIsAnsweredWithAnotherTry() {
    // Given
    var device = neighbours.links("alice");

    // When
    var page = send(device, "name", Map.of("name", "x".repeat(65)));

    // Then
    page.then()
        .statusCode(422)
        .body(containsString("too long"))
        .body(containsString("aria-invalid=\"true\""))
        .body(containsString("x".repeat(65)));
    assertThat(tokenService.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\uD83D\uDCFA"})
  void aNameIsCountedInWhatAPersonSees(String character) {
    // Given
    var device = neighbours.links("alice");
    var name = character.repeat(64);

    // When
    var answer = send(device, "name", Map.of("name", name));

    // Then
    answer.then().statusCode(303);
    assertThat(ticket().getString("name")).isEqualTo(name);
  }

  @Test
  void theFieldTakesEveryNameThatIsAllowed() {
    // Given
    var device = neighbours.links("alice");

    // When
    var page = phone.open("/devices/" + device);

    // Then
    page.then().body(containsString("maxlength=\"128\""));
  }

  @Test
  void allAreUnlinkedAfterAQuestion() {
    // Given
    neighbours.links("alice");
    var question = phone.open(Phone.link(phone.open("/devices"), "/devices/unlink-all"));

    // When
    var answer = phone.send(question, "/devices/unlink-all", Map.of());

    // Then
    answer.then().statusCode(303).header("Location", "/devices");
    assertThat(ticket().getString("action")).isEqualTo("unlink_all");
    phone.follow(answer).then().body(containsString("All devices were unlinked"));
  }

  @Test
  void afterThisWasNotMeThePageSaysWhatToDo() {
    // Given
    var device = neighbours.links("alice");

    // When
    var page = phone.follow(send(device, "disown", Map.of()));

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("What to do now"))
        .body(containsString("Change your password"));
  }

  @ParameterizedTest
  @CsvSource({
    "404, 404, not linked",
    "403, 503, Nothing has been changed",
    "503, 503, did not arrive in time",
    "307, 503, did not arrive in time",
    "500, 503, did not arrive in time"
  })
  void whatTokenServiceSaysThePageSays(int code, int status, String words) {
    // Given
    var device = neighbours.links("alice");
    tokenService.answers(code);

    // When
    var page = send(device, "unlink", Map.of());

    // Then
    page.then().statusCode(status).body(containsString(words));
    assertThat(tokenService.sent()).hasSize(1);
  }

  @Test
  void withoutAnAnswerInTimeThePageDoesNotPretendToKnow() {
    // Given
    var device = neighbours.links("alice");
    tokenService.answers(TokenServiceStub.SILENCE);
    phone.speaking("de");

    // When
    var page = send(device, "unlink", Map.of());

    // Then
    page.then()
        .statusCode(503)
        .time(lessThan(IN_TIME_MILLIS))
        .body(containsString("Wir wissen nicht, ob das geklappt hat"));
  }

  @Test
  void withRedisFrozenNothingIsAskedOfTokenService() {
    // Given
    var page = phone.open("/devices/" + neighbours.links("alice"));
    var fields = Phone.hidden(page, action(page, "unlink"));
    stores.redis().freeze();

    // When
    Response answer;
    try {
      answer = phone.post(action(page, "unlink"), fields);
    } finally {
      stores.redis().thaw();
    }

    // Then
    answer.then().statusCode(503).time(lessThan(IN_TIME_MILLIS));
    assertThat(tokenService.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "unlink", "disown"})
  void aForgedFormChangesNothing(String form) {
    // Given
    var device = neighbours.links("alice");

    // When
    var answer = phone.post("/devices/" + device + "/" + form, Map.of("csrf", "forged"));

    // Then
    answer.then().statusCode(403);
    assertThat(tokenService.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "unlink", "disown"})
  void aLinkChangesNothing(String form) {
    // Given
    var device = neighbours.links("alice");

    // When
    var answer = phone.open("/devices/" + device + "/" + form);

    // Then
    answer.then().statusCode(404);
    assertThat(tokenService.sent()).isEmpty();
  }

  private Response send(UUID device, String form, Map<String, String> typed) {
    var action = "/devices/" + device + "/" + form;
    return phone.send(phone.open("/devices/" + device), action, typed);
  }

  private static String action(Response page, String form) {
    var action = page.asString().replaceAll("(?s).*action=\"([^\"]+/" + form + ")\".*", "$1");
    assertThat(action).startsWith("/devices/");
    return action;
  }

  /** The ticket that was shown to token-service, as it is in Redis. */
  private JsonObject ticket() {
    var sent = tokenService.sent().getLast();
    assertThat(sent).startsWith("ticket=");
    var key = StoredTicket.key(sent.substring("ticket=".length()));
    return new JsonObject(String.valueOf(stores.redis().execute("GET", key)));
  }
}
