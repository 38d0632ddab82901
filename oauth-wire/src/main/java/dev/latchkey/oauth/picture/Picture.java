package dev.latchkey.oauth.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A logo: of the installation or of a client. */
public record Picture(Kind kind, Buffer content) {

  /** What browsers show and what is safe to pass on. */
  public enum Kind {
    /** Opened by itself it is a document, hence a policy under which it can do nothing. */
    SVG("image/svg+xml"),
    PNG("image/png"),
    WEBP("image/webp");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    public String type() {
      return type;
    }

    static Optional<Kind> named(String type) {
      return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
  }

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /**
   * After the declarations, comments and white space that XML allows there; a page of HTML with a
   * picture somewhere in it is none.
   */
  private static final Pattern SVG =
      Pattern.compile(
          "(?:\uFEFF)?\\s*(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*|<!DOCTYPE\\s+svg(?:\\s[^>]*)?>\\s*)*+<svg[\\s>].*",
          Pattern.DOTALL);

  /** By what is in it, because browsers look at that too; empty if it is none of the three. */
  public static Optional<Picture> read(byte[] content) {
    return kind(content).map(kind -> new Picture(kind, Buffer.buffer(content)));
  }

  private static Optional<Kind> kind(byte[] content) {
    return Stream.of(Kind.values()).filter(kind -> isOf(kind, content)).findFirst();
  }

  private static boolean isOf(Kind kind, byte[] content) {
    return switch (kind) {
      case PNG -> startsWith(content, 0, PNG);
      case WEBP ->
          startsWith(content, 0, "RIFF".getBytes(UTF_8))
              && startsWith(content, 8, "WEBP".getBytes(UTF_8));
      case SVG -> SVG.matcher(new String(content, UTF_8)).matches();
    };
  }

  private static boolean startsWith(byte[] content, int at, byte[] start) {
    return content.length >= at + start.length
        && Arrays.equals(content, at, at + start.length, start, 0, start.length);
  }
}
