package dev.latchkey.oauth.picture;

import java.util.Base64;
import java.util.regex.Pattern;

/** What was found in a picture that comes as its own address, a {@code data:} URI (RFC 2397). */
public sealed interface PictureUri {

  /** In bytes. It is in every copy of the registry, and loaded by phones on slow networks. */
  int LARGEST = 32 * 1024;

  /** It is what it says. */
  record Read(Picture picture) implements PictureUri {}

  /** Why there is no picture in it. */
  enum Mistake implements PictureUri {
    NO_DATA_URI,
    NO_BASE64,
    TOO_LARGE,
    /** It says that it is something else. */
    OTHER_TYPE,
    /** It is not what it says. */
    OTHER_CONTENT
  }

  static PictureUri read(String uri) {
    var head = Head.FORM.matcher(uri);
    if (!head.lookingAt()) {
      return Mistake.NO_DATA_URI;
    }
    byte[] content;
    try {
      content = Base64.getDecoder().decode(uri.substring(head.end()));
    } catch (IllegalArgumentException e) {
      return Mistake.NO_BASE64;
    }
    return content.length > LARGEST ? Mistake.TOO_LARGE : read(head.group(1), content);
  }

  private static PictureUri read(String type, byte[] content) {
    if (Picture.Kind.named(type).isEmpty()) {
      return Mistake.OTHER_TYPE;
    }
    return Picture.read(content)
        .filter(picture -> picture.kind().type().equals(type))
        .<PictureUri>map(Read::new)
        .orElse(Mistake.OTHER_CONTENT);
  }

  /** What stands before the content. */
  final class Head {

    private static final Pattern FORM = Pattern.compile("data:([^,;]*);base64,");

    private Head() {}
  }
}
