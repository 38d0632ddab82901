package dev.latchkey.authz.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.language.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sentence that a device can show as it is, in each of {@link Languages#SUPPORTED}. The texts
 * are {@code messages/device_<language>.properties} in UTF-8.
 */
final class DeviceMessage {

  private static final Map<Locale, String> OPEN_AND_ENTER =
      Languages.SUPPORTED.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), DeviceMessage::load));

  private DeviceMessage() {}

  /** Where to go, and what to enter there. */
  static String openAndEnter(Locale language, URI page, String code) {
    var text = OPEN_AND_ENTER.get(language);
    if (text == null) {
      throw new IllegalArgumentException("not a supported language: " + language);
    }
    return text.replace("{page}", page.toString()).replace("{code}", code);
  }

  private static String load(Locale language) {
    var file = "/messages/device_" + language.toLanguageTag() + ".properties";
    try (var stream = DeviceMessage.class.getResourceAsStream(file)) {
      var texts = new Properties();
      texts.load(new InputStreamReader(Objects.requireNonNull(stream, file), UTF_8));
      return Objects.requireNonNull(texts.getProperty("open_and_enter"), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
