package dev.latchkey.authz.registry.file;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.authz.events.EventRows;
import dev.latchkey.stores.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RegistryReloadTest {

  private static final Path DECLARED = Path.of("src/test/resources/registry.yaml");

  /** A change is read within 5 s, and a view of the old state is used for at most 10 s. */
  private static final int SEEN_WITHIN = 20;

  @Inject RegistryConfig config;
  @Inject MeterRegistry metrics;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private Path file() {
    return config.file().orElseThrow();
  }

  @AfterEach
  void asItWas() throws IOException {
    Files.copy(DECLARED, file(), StandardCopyOption.REPLACE_EXISTING);
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> start("tv") == 200);
  }

  @Test
  void aClientThatIsGoneFromTheFileIsStoppedAndABrokenFileChangesNothing() throws IOException {
    // Given
    var without = Files.readString(DECLARED).replace("client_id: tv\n", "client_id: tv2\n");
    Files.writeString(file(), without);
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> start("tv") == 401 && start("tv2") == 200);

    // When
    Files.writeString(file(), without.replace("client_id: tv2", "clint_id: tv3"));

    // Then
    await()
        .during(7, SECONDS)
        .atMost(SEEN_WITHIN, SECONDS)
        .until(() -> start("tv2") == 200 && start("tv3") == 401);
  }

  @Test
  void whatSomebodyHasWrittenIntoTheTablesIsToldAndStays() {
    // Given
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> drift() == 0);

    // When
    rows().run("update registry.client set name = 'Mine' where client_id = 'tv'");

    // Then
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> drift() == 1);
    assertThat(rows().strings("select name from registry.client where client_id = 'tv'"))
        .containsExactly("Mine");
    rows().run("update registry.client set name = 'Living-room TV' where client_id = 'tv'");
  }

  private double drift() {
    return metrics.get("latchkey.registry.drift").gauge().value();
  }

  private EventRows rows() {
    return new EventRows(stores);
  }

  private static int start(String client) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .when()
        .post("/oauth/device/code")
        .statusCode();
  }
}
