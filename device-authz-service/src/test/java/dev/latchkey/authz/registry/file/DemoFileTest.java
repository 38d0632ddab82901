package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mistake in it would otherwise show in a system that does not start. */
class DemoFileTest {

  private static final SecretSource LOCAL = new SecretSource(Map.<String, String>of()::get, true);

  @Test
  void theDemosRegistryIsValid() throws IOException {
    // Given
    var file = Path.of("../deploy/local/registry.yaml");

    // When
    var declaration = RegistryReader.read(Files.readString(file), LOCAL);

    // Then
    assertThat(declaration.clients())
        .extracting(entry -> entry.client().id().value())
        .contains(
            "living-room-tv",
            "web-tv",
            "secure-tv",
            "tv-api",
            "admin-cli",
            "playground-tv",
            "house-tv",
            "lobby-screen",
            "shared-screen");
  }
}
