package dev.latchkey.authz.registry.file;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
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
class SwitchReloadTest {

  private static final Path DECLARED = Path.of("src/test/resources/registry.yaml");

  /** DESIGN section 6: of the change of the file. */
  private static final int THROWN_WITHIN = 10;

  @Inject RegistryConfig config;

  @AfterEach
  void asItWas() throws IOException {
    Files.copy(DECLARED, file(), StandardCopyOption.REPLACE_EXISTING);
    await().atMost(THROWN_WITHIN, SECONDS).until(() -> start("remote") == 200);
  }

  @Test
  void aSwitchInTheFileIsThrownWithinTenSeconds() throws IOException {
    // Given
    assertThat(start("remote")).isEqualTo(200);

    // When
    Files.writeString(
        file(), Files.readString(DECLARED) + "\nkill_switches: { clients: [remote] }\n");

    // Then
    await().atMost(THROWN_WITHIN, SECONDS).until(() -> start("remote") == 503);
    assertThat(start("tv")).isEqualTo(200);
  }

  private Path file() {
    return config.file().orElseThrow();
  }

  private static int start(String client) {
    return given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .formParam("scope", "openid")
        .when()
        .post("/oauth/device/code")
        .statusCode();
  }
}
