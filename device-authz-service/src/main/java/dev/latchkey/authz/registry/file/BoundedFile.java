package dev.latchkey.authz.registry.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Reads a registry file as a text, and no more of it than a registry can have. */
public final class BoundedFile {

  /** In MiB; a ConfigMap of Kubernetes has at most 1. */
  static final int MOST_MEBIBYTES = 3;

  private static final int MOST_BYTES = MOST_MEBIBYTES * 1024 * 1024;

  /** Whoever writes a file in its place needs no longer between two pieces of it. */
  private static final Duration SETTLES_IN = Duration.ofSeconds(1);

  private static final int LOOKS = 10;

  private BoundedFile() {}

  /**
   * Whether nobody seems to be writing it any more. The first half of a registry can be valid, and
   * would stop every client of the other half.
   */
  static boolean isSettled(Path file, Instant now) {
    try {
      var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
      // From the future it is by another machine's clock, which says nothing.
      return age.isNegative() || age.compareTo(SETTLES_IN) >= 0;
    } catch (IOException e) {
      // Reading it will say why.
      return true;
    }
  }

  /** Waits until it is, but not for a file that is written again and again. Blocks. */
  static void settle(Path file) {
    try {
      for (var i = 0; i < LOOKS && !isSettled(file, Instant.now()); i++) {
        Thread.sleep(SETTLES_IN.dividedBy(LOOKS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fails with {@link InvalidRegistryException}. */
  public static String read(Path file) {
    try (var stream = Files.newInputStream(file)) {
      var bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InvalidRegistryException(
            Mistake.ofFile("has more than " + MOST_MEBIBYTES + " MiB"));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidRegistryException(Mistake.ofFile("is no text in UTF-8"));
    } catch (IOException e) {
      throw new InvalidRegistryException(Mistake.ofFile(file + " cannot be read"));
    }
  }
}
