package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in these would otherwise show in a system that does not start. */
class ShippedFilesTest {

  private static final SecretSource LOCAL = new SecretSource(Map.<String, String>of()::get, true);

  @ParameterizedTest
  @ValueSource(
      strings = {"../deploy/local/registry.yaml", "../deploy/e2e/src/test/resources/registry.yaml"})
  void theFilesOfTheDemoAndOfTheTestsAreValid(String file) throws IOException {
    // When
    var declaration = RegistryReader.read(Files.readString(Path.of(file)), LOCAL);

    // Then
    assertThat(declaration.clients())
        .extracting(entry -> entry.client().id().value())
        .contains("living-room-tv", "web-tv", "secure-tv", "tv-api", "admin-cli");
  }
}
