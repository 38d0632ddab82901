package dev.latchkey.authz.registry;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
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
import org.junit.jupiter.api.io.TempDir;

/** In Kubernetes a mounted secret changes under a file that says nothing new. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SecretRotationTest {

  private static final Path DECLARED = Path.of("src/test/resources/registry.yaml");
  private static final String OLD = "the-old-secret-of-the-vault";
  private static final String NEW = "the-new-secret-of-the-vault";

  /** A change is read within 5 s, and a view of the old state is used for at most 10 s. */
  private static final int SEEN_WITHIN = 20;

  @Inject RegistryConfig config;

  @AfterEach
  void asItWas() throws IOException {
    Files.copy(DECLARED, file(), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void aSecretThatChangesInItsOwnFileIsTakenOver(@TempDir Path folder) throws IOException {
    // Given
    var secret = Files.writeString(folder.resolve("vault"), OLD);
    var vault =
        """
          - client_id: vault
            name: Vault
            client_secret: { file: %s }
            grant_types: ["%s"]
        users:
        """
            .formatted(secret, Client.DEVICE_CODE_GRANT);
    Files.writeString(file(), Files.readString(DECLARED).replace("users:\n", vault));
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> start(OLD) == 200);

    // When
    Files.writeString(secret, NEW);

    // Then
    await().atMost(SEEN_WITHIN, SECONDS).until(() -> start(NEW) == 200 && start(OLD) == 401);
  }

  private Path file() {
    return config.file().orElseThrow();
  }

  private static int start(String secret) {
    return given()
        .auth()
        .preemptive()
        .basic("vault", secret)
        .contentType("application/x-www-form-urlencoded")
        .when()
        .post("/oauth/device/code")
        .statusCode();
  }
}
