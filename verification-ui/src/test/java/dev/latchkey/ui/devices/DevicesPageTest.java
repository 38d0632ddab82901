package dev.latchkey.ui.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Neighbours;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.TokenServiceStub;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
@QuarkusTestResource(TokenServiceStub.class)
class DevicesPageTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init")
  private Neighbours neighbours;

  private final Phone phone = new Phone();

  @BeforeEach
  void moveIn() {
    neighbours = Neighbours.moveIn(stores);
    neighbours.unlinkAll();
  }

  @Test
  void whoIsNotSignedInSignsInFirstAndComesBack() {
    // Given
    var signIn = phone.follow(phone.open("/devices"));

    // When
    var answer = phone.signIn(signIn, "alice", "wonderland");

    // Then
    answer.then().statusCode(303).header("Location", "/devices");
    phone.follow(answer).then().statusCode(200).body(containsString("Your devices"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "//evil.example", "/devices", ""})
  void nobodyIsSentElsewhereByAForgedForm(String target) {
    // Given
    var signIn = phone.follow(phone.open("/devices"));

    // When
    var answer =
        phone.send(
            signIn, "/login", Map.of("username", "alice", "password", "wonderland", "to", target));

    // Then
    answer.then().statusCode(303).header("Location", "/device");
  }

  @Test
  void withoutDevicesThePageSaysSo() {
    // Given
    phone.signIn("carol", "carols-secret");

    // When
    var page = phone.open("/devices");

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("No device is linked"))
        .body(not(containsString("unlink-all")));
  }

  @Test
  void listsWhatIsLinkedAndWhereItWasSeen() {
    // Given
    phone.signIn("alice", "wonderland");
    neighbours.change(
        neighbours.links("alice"),
        "created_at = '2026-03-01T10:00:00.123456Z', last_seen_at = '2026-03-04T10:00Z',"
            + " last_address = '203.0.113.9'");

    // When
    var page = phone.open("/devices");

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("Samsung"))
        .body(containsString("QE65"))
        .body(containsString("not verified"))
        .body(containsString("Living-room TV"))
        .body(containsString("<time datetime=\"2026-03-01T10:00:00Z\">March 1, 2026</time>"))
        .body(containsString("March 4, 2026"))
        .body(containsString("203.0.113.x"))
        .body(not(containsString("203.0.113.9")));
  }

  @Test
  void aNameOfOnesOwnStandsForTheClaimedOne() {
    // Given
    phone.signIn("alice", "wonderland");
    neighbours.change(neighbours.links("alice"), "own_name = '<b>Küche</b>', device_model = null");

    // When
    var page = phone.open("/devices");

    // Then
    page.then()
        .body(containsString("&lt;b&gt;Küche&lt;/b&gt;"))
        .body(not(containsString("Samsung")))
        .body(not(containsString("not verified")));
  }

  @Test
  void aClientThatIsGoneIsCalledByItsId() {
    // Given
    phone.signIn("alice", "wonderland");
    neighbours.change(neighbours.links("alice"), "client_id = 'forgotten-tv', device_name = null");

    // When
    var page = phone.open("/devices");

    // Then
    page.then().statusCode(200).body(containsString("forgotten-tv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revoked_at = now()",
        "subject = gen_random_uuid()",
        "refreshable = false, created_at = now() - interval '25 hours'"
      })
  void whatIsNotLinkedIsNotShown(String how) {
    // Given
    phone.signIn("alice", "wonderland");
    var device = neighbours.links("alice");
    neighbours.change(device, how);

    // When
    var page = phone.open("/devices");

    // Then
    page.then().body(containsString("No device is linked"));
    phone.open("/devices/" + device).then().statusCode(404);
  }

  @Test
  void aDevicesPageSaysWhatItMayDo() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = neighbours.links("alice");

    // When
    var page = phone.open("/devices/" + device);

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("Watch your programmes"))
        .body(containsString("TV programme"))
        .body(containsString("Know that it is you"));
  }

  @Test
  void manyDevicesAreLeafedThrough() {
    // Given
    phone.signIn("alice", "wonderland");
    for (var i = 0; i < 41; i++) {
      neighbours.change(
          neighbours.links("alice"),
          "own_name = 'TV-%d-', last_seen_at = now() - interval '%d minutes'".formatted(i, i));
    }

    // When
    var first = phone.open("/devices").asString();
    var third = phone.open("/devices?page=3").asString();

    // Then
    assertThat(first).contains("TV-0-", "TV-19-", "page=2").doesNotContain("TV-20-", "page=0");
    assertThat(third).contains("TV-40-", "page=2").doesNotContain("TV-39-", "page=4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2", "501", "2147483647"})
  void aPageThatIsNotThereLeadsToTheFirst(String page) {
    // Given
    phone.signIn("alice", "wonderland");

    // When
    var answer = phone.open("/devices?page=" + page);

    // Then
    answer.then().statusCode(303).header("Location", "/devices");
  }

  @ParameterizedTest
  @CsvSource({"de, 4. März 2026", "ja, 2026年3月4日", "pt-BR, 4 de março de 2026"})
  void datesAreWrittenAsTheLanguageWritesThem(String language, String date) {
    // Given
    phone.signIn("alice", "wonderland");
    neighbours.change(neighbours.links("alice"), "last_seen_at = '2026-03-04T10:00Z'");

    // When
    var page = phone.speaking(language).open("/devices");

    // Then
    page.then().body(containsString(date));
  }

  @Test
  void anAddressThatIsNoDeviceIsNotFound() {
    // Given
    phone.signIn("alice", "wonderland");

    // When
    var page = phone.open("/devices/" + UUID.randomUUID());

    // Then
    page.then().statusCode(404).body(containsString("not linked"));
    phone.open("/devices/nonsense").then().statusCode(404);
  }
}
