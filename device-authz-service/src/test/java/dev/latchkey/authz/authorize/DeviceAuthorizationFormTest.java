package dev.latchkey.authz.authorize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.form.OAuthForm;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceAuthorizationFormTest {

  @ParameterizedTest
  @CsvSource({
    "TV \u202Egnp.exe, TV gnp.exe",
    "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645, \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
    "\uD83D\uDC68\u200D\uD83D\uDCBB, \uD83D\uDC68\u200D\uD83D\uDCBB",
    "\u200B,",
  })
  void aNameIsTakenWithoutTheCharactersThatTurnOrHideText(String sent, @Nullable String kept) {
    // Given
    var body = "device_name=" + URLEncoder.encode(sent, UTF_8);

    // When
    var form = DeviceAuthorizationForm.of(OAuthForm.parse(body.getBytes(UTF_8)));

    // Then
    assertThat(form.device().name()).isEqualTo(kept);
  }
}
