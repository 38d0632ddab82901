package dev.latchkey.images;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SbomTest {

  private static final String LIST =
      """
      {"components": [{"group": "org.example", "name": "lamp", "version": "1.2"}]}
      """;

  private final Path folder;

  SbomTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("list.json"), LIST);
    Files.createFile(folder.resolve("org.example.lamp-1.2.jar"));
    Files.createFile(folder.resolve("org.example.lamp-1.2-linux-x86_64.jar"));
  }

  @Test
  void takesJarsThatAreInTheList() {
    // Given
    var list = new Sbom(folder.resolve("list.json"));

    // When / Then
    assertThatCode(() -> list.mustName(folder)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lamp-1.3.jar", "lamp-1.20.jar", "lamp-1.2.3.jar", "lamp-1.2.3-linux.jar"})
  void refusesAJarThatIsNot(String jar) throws IOException {
    // Given
    var list = new Sbom(folder.resolve("list.json"));
    Files.createFile(folder.resolve("org.example." + jar));

    // When / Then
    assertThatThrownBy(() -> list.mustName(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("org.example." + jar);
  }
}
