package dev.latchkey.authz.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.language.Languages;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceMessageTest {

  private static final URI PAGE = URI.create("https://tv.example.com/device");
  private static final String CODE = "123-456-789";

  static List<Locale> languages() {
    return Languages.SUPPORTED;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void holdsAddressAndCodeInEachLanguage(Locale language) {
    // When
    var message = DeviceMessage.openAndEnter(language, PAGE, CODE);

    // Then
    assertThat(message).contains(PAGE + "").contains(CODE).doesNotContain("{", "}");
  }

  @Test
  void isAnotherSentenceInEachLanguage() {
    // When
    var messages =
        languages().stream().map(language -> DeviceMessage.openAndEnter(language, PAGE, CODE));

    // Then
    assertThat(messages).doesNotHaveDuplicates();
  }

  @Test
  void keepsAddressAndCodeFromBeingTurnedAroundInArabic() {
    // When
    var message = DeviceMessage.openAndEnter(Locale.of("ar"), PAGE, CODE);

    // Then
    assertThat(message).contains("\u2066" + PAGE + "\u2069").contains("\u2066" + CODE + "\u2069");
  }
}
