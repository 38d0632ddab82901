package dev.latchkey.ui.qr;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.UserCode;
import dev.latchkey.grant.UserCodeFormat;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user code as a device shows it, with the punctuation of its mask: which one that is, only the
 * grant knows, and that is not looked up.
 */
record ShownCode(String text) {

  /** What masks are made of. Nothing else gets into a picture with our address in it. */
  private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9 -]{4,64}");

  /** Empty if no format of user codes looks like this; whether the code exists is not asked. */
  static Optional<ShownCode> parse(String text) {
    return SHOWN.matcher(text).matches()
        ? UserCode.parse(text)
            .filter(UserCodeFormat::isDrawn)
            .map(code -> new ShownCode(text.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The path and query of {@code verification_uri_complete} (RFC 8628 section 3.3.1). */
  String completePath() {
    return "/device?user_code=" + URLEncoder.encode(text, UTF_8);
  }

  @Override
  public String toString() {
    return "ShownCode[redacted]";
  }
}
