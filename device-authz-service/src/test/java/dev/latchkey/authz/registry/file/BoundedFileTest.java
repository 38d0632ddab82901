package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundedFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void aFileThatIsLargerThanAnyRegistryIsNotReadToItsEnd() throws IOException {
    // Given
    var file = folder.resolve("registry.yaml");
    Files.writeString(file, "#" + "x".repeat(BoundedFile.MOST_MEBIBYTES * 1024 * 1024));

    // When
    var mistakes = RegistryText.mistakes(() -> BoundedFile.read(file));

    // Then
    assertThat(mistakes).containsExactly(Mistake.ofFile("has more than 3 MiB"));
  }

  @Test
  void aFileThatIsGoneOrNoTextIsSaidToBe() throws IOException {
    // Given
    var latin1 = Files.write(folder.resolve("latin1.yaml"), new byte[] {'#', (byte) 0xE4});

    // When
    var gone = RegistryText.mistakes(() -> BoundedFile.read(folder.resolve("gone.yaml")));
    var noText = RegistryText.mistakes(() -> BoundedFile.read(latin1));

    // Then
    assertThat(gone.get(0).what()).endsWith("gone.yaml cannot be read");
    assertThat(noText.get(0).what()).isEqualTo("is no text in UTF-8");
  }

  @Test
  void aConfigMapThatIsExchangedIsReadAnewAtItsOldPath() throws IOException {
    // Given
    var before = Files.createDirectory(folder.resolve("..2026_01"));
    Files.writeString(before.resolve("registry.yaml"), "clients: []\n");
    var after = Files.createDirectory(folder.resolve("..2026_02"));
    Files.writeString(after.resolve("registry.yaml"), "apis: []\n");
    var data = Files.createSymbolicLink(folder.resolve("..data"), before.getFileName());
    var file =
        Files.createSymbolicLink(
            folder.resolve("registry.yaml"), Path.of("..data", "registry.yaml"));
    var first = BoundedFile.read(file);

    // When
    var exchanged = Files.createSymbolicLink(folder.resolve("..data_tmp"), after.getFileName());
    Files.move(exchanged, data, StandardCopyOption.ATOMIC_MOVE);

    // Then
    assertThat(first).isEqualTo("clients: []\n");
    assertThat(BoundedFile.read(file)).isEqualTo("apis: []\n");
  }

  @Test
  void whetherAConfigMapIsSettledIsSaidByItsFileAndNotByTheLinkToIt() throws IOException {
    // Given
    var written = Instant.parse("2026-01-01T00:00:00Z");
    var content = Files.writeString(folder.resolve("content.yaml"), "clients: []\n");
    Files.setLastModifiedTime(content, FileTime.from(written));
    var file = Files.createSymbolicLink(folder.resolve("registry.yaml"), content.getFileName());

    // When
    var isSettled = BoundedFile.isSettled(file, written.plusMillis(500));

    // Then
    assertThat(isSettled).isFalse();
  }

  @ParameterizedTest(name = "{0} ms ago: {1}")
  @CsvSource({"0, false", "900, false", "1000, true", "3600000, true", "-60000, true"})
  void aFileThatIsStillBeingWrittenIsLeftForTheNextLook(long millis, boolean settled)
      throws IOException {
    // Given
    var written = Instant.parse("2026-01-01T00:00:00Z");
    var file = Files.writeString(folder.resolve("registry.yaml"), "clients: []\n");
    Files.setLastModifiedTime(file, FileTime.from(written));

    // When
    var isSettled = BoundedFile.isSettled(file, written.plusMillis(millis));

    // Then
    assertThat(isSettled).isEqualTo(settled);
  }
}
