package dev.latchkey.authz.registry.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.latchkey.authz.registry.Logo;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a client's picture, a data URI (RFC 2397): pages show it, and fetch nothing for it. */
final class LogoReader {

  /** It is in every copy of the file, in the table, and loaded by phones on slow networks. */
  private static final int MOST_BYTES = 32 * 1024;

  private static final String PREFIX = "data:";
  private static final String ENCODING = ";base64,";

  /** Without a prolog beyond reason: a page of HTML with a picture somewhere in it is no logo. */
  private static final Pattern SVG =
      Pattern.compile("(?:\\u00EF\\u00BB\\u00BF)?\\s*<(?:svg[\\s>]|\\?xml\\s|!--)");

  private final FieldRules fields;

  LogoReader(FieldRules fields) {
    this.fields = fields;
  }

  Optional<Logo> read(String field, @Nullable String declared) {
    if (declared == null) {
      return Optional.empty();
    }
    var encoding = declared.indexOf(ENCODING);
    fields.check(
        declared.startsWith(PREFIX) && encoding > 0,
        field,
        "is no data URI such as data:image/png;base64,iVBORw0KGgo...");
    var picture = decode(field, declared.substring(encoding + ENCODING.length()));
    fields.check(picture.length <= MOST_BYTES, field, "has more than 32 KiB");
    check(field, declared.substring(PREFIX.length(), encoding), new String(picture, ISO_8859_1));
    return Optional.of(new Logo(declared));
  }

  private byte[] decode(String field, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw fields.invalid(field, "is not valid base64");
    }
  }

  /** Browsers look at the bytes too: what is served as a picture has to be that picture. */
  private void check(String field, String type, String bytes) {
    var fits =
        switch (type) {
          case "image/png" -> bytes.startsWith("\u0089PNG\r\n\u001A\n");
          case "image/webp" -> bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8);
          case "image/svg+xml" -> SVG.matcher(bytes).lookingAt() && bytes.contains("<svg");
          default ->
              throw fields.invalid(field, "is none of image/png, image/svg+xml and image/webp");
        };
    fields.check(fits, field, "is no picture of the type that it names");
  }
}
