package dev.latchkey.ui.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The style sheet, the logo and the scripts, which browsers keep until their version changes. */
final class Assets {

  /** A hash of their content; in the address of each. */
  @TemplateGlobal
  static final String assetsVersion = hash("latchkey.css", "logo.svg", "passkey.js");

  private Assets() {}

  private static String hash(String... names) {
    var all = new ByteArrayOutputStream();
    for (var name : names) {
      all.writeBytes(content("/META-INF/resources/assets/" + name));
    }
    return ContentHash.of(all.toByteArray());
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
