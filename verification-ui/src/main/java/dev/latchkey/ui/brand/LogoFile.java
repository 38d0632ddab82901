package dev.latchkey.ui.brand;

import dev.latchkey.oauth.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the installation's logo. */
final class LogoFile {

  private static final int LARGEST = 128 * 1024;

  private LogoFile() {}

  /** Fails with a sentence that names the setting and what is wrong. */
  static Picture read(Path file) {
    try (var in = Files.newInputStream(file)) {
      var content = in.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw refused(file, "is larger than 128 KiB");
      }
      return Picture.read(content)
          .orElseThrow(() -> refused(file, "is neither SVG nor PNG nor WebP"));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "latchkey.brand.logo %s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static IllegalArgumentException refused(Path file, String why) {
    return new IllegalArgumentException("latchkey.brand.logo %s %s".formatted(file, why));
  }
}
