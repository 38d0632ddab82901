package dev.latchkey.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PicturesTest {

  @Test
  void aCodeIsDrawnInThreeLinesOfBlocks() {
    // When
    var lines = BigLetters.draw("L-7");

    // Then
    assertThat(lines)
        .containsExactly("█           ▀▀▀▀█ ", "█      ▀▀▀    ▄▀  ", "▀▀▀▀▀         ▀   ");
  }

  @Test
  void everyCharacterACodeCanHaveHasALetter() {
    // When / Then
    for (var character : "BCDFGHJKLMNPQRSTVWXZ0123456789-".split("", -1)) {
      if (!character.isEmpty()) {
        assertThat(String.join("", BigLetters.draw(character))).isNotBlank();
      }
    }
  }

  @Test
  void aQrCodeIsSquareAndHasAQuietZone() {
    // Given
    var address = URI.create("http://localhost:8080/device?user_code=WDJB-MJHT");

    // When
    var lines = QrPicture.draw(address, false);

    // Then
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.getFirst()));
    assertThat(lines.getFirst()).containsOnlyOnce("█".repeat(lines.getFirst().length()));
    assertThat(lines).hasSize((lines.getFirst().length() + 1) / 2);
  }
}
