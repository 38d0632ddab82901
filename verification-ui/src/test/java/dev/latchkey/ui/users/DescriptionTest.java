package dev.latchkey.ui.users;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** {@code docs/openapi/verification-ui.yaml} is what the annotations say. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DescriptionTest {

  private static final Path PAGE = Path.of("../docs/openapi/verification-ui.yaml");
  private static final Path GENERATED = Path.of("target/openapi/verification-ui.yaml");

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  @Test
  void isUpToDate() throws IOException {
    // Given
    var page = Files.exists(PAGE) ? Files.readString(PAGE, UTF_8) : "";

    // When
    var generated = given().port(management).when().get("/q/openapi-made?format=yaml").asString();

    // Then
    Files.createDirectories(GENERATED.getParent());
    Files.writeString(GENERATED, generated, UTF_8);
    assertThat(page).as("copy verification-ui/%s to docs/openapi/", GENERATED).isEqualTo(generated);
  }

  @Test
  void isServedAsItIsCommitted() throws IOException {
    // When
    var response = given().port(management).when().get("/q/openapi").then();

    // Then
    response.statusCode(200).contentType("application/yaml");
    assertThat(response.extract().asByteArray()).isEqualTo(Files.readAllBytes(PAGE));
  }

  @Test
  void isNotForThePublic() {
    // When
    var response = given().when().get("/q/openapi").then();

    // Then
    response.statusCode(404);
  }
}
