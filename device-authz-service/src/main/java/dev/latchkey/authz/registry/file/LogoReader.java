package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.Logo;
import dev.latchkey.oauth.picture.PictureUri;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a client's picture, a data URI (RFC 2397): pages show it, and fetch nothing for it. */
final class LogoReader {

  private final FieldRules fields;

  LogoReader(FieldRules fields) {
    this.fields = fields;
  }

  Optional<Logo> read(String field, @Nullable String declared) {
    if (declared == null) {
      return Optional.empty();
    }
    return switch (PictureUri.read(declared)) {
      case PictureUri.Read ignored -> Optional.of(new Logo(declared));
      case PictureUri.Mistake mistake -> throw fields.invalid(field, words(mistake));
    };
  }

  private static String words(PictureUri.Mistake mistake) {
    return switch (mistake) {
      case NO_DATA_URI -> "is no data URI such as data:image/png;base64,iVBORw0KGgo...";
      case NO_BASE64 -> "is not valid base64";
      case TOO_LARGE -> "has more than 32 KiB";
      case OTHER_TYPE -> "is none of image/png, image/svg+xml and image/webp";
      case OTHER_CONTENT -> "is no picture of the type that it names";
    };
  }
}
