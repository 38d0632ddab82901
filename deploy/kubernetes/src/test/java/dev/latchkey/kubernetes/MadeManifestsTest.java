package dev.latchkey.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kubernetes.make.MakeManifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is committed is what the services' builds have just made, and the tables say. */
class MadeManifestsTest {

  static Iterable<Map.Entry<Path, String>> files() throws IOException {
    return MakeManifests.all(Rendered.HOME).entrySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isUpToDate(Map.Entry<Path, String> made) throws IOException {
    // Given
    var file = Rendered.HOME.resolve(made.getKey());

    // When
    var committed = Files.exists(file) ? Files.readString(file) : "";

    // Then
    assertThat(committed)
        .as("make manifests, and commit %s", made.getKey())
        .isEqualTo(made.getValue());
  }
}
