package dev.latchkey.ui.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The style sheet, the logo and the scripts, which browsers keep until their version changes. */
final class Assets {

  /** A hash of their content; in the address of each. */
  @TemplateGlobal
  static final String assetsVersion = hash("latchkey.css", "logo.svg", "passkey.js");

  private static final int HASH_LENGTH = 12;

  private Assets() {}

  private static String hash(String... names) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var name : names) {
        digest.update(content("/META-INF/resources/assets/" + name));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] content(String path) {
    try (var in = Assets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no asset " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
