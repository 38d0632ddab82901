package dev.latchkey.ui.language;

import static org.hamcrest.Matchers.containsString;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class LanguageTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone german = new Phone().speaking("de-AT,de;q=0.9,en;q=0.8");

  @ParameterizedTest
  @ValueSource(strings = {"/device", "/login", "/device?user_code=BCDF-GHJK", "/nothing-here"})
  void aPageSpeaksTheBrowsersLanguage(String path) {
    // When
    var page = german.open(path);

    // Then
    page.then()
        .header("Content-Language", "de")
        .body(containsString("<html lang=\"de\" dir=\"ltr\">"));
  }

  @Test
  void aRefusedFormSpeaksItToo() {
    // When
    var page = german.post("/device", Map.of("user_code", "BCDF-GHJK"));

    // Then
    page.then().statusCode(403).body(containsString("Diese Seite ist veraltet"));
  }

  @Test
  void theDevicesWishComesFirst() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("ui_locales", "xx ar en"));
    german.typeCode(device.code());

    // When
    var page = german.follow(german.typeCode(device.code()));

    // Then
    page.then().header("Content-Language", "ar").body(containsString("dir=\"rtl\""));
  }

  @Test
  void aWishForALanguageThatIsNotSpokenIsNone() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("ui_locales", "xx zh-Hant"));

    // When
    var page = german.follow(german.typeCode(device.code()));

    // Then
    page.then().header("Content-Language", "de");
  }

  @Test
  void whatBecameOfAGrantIsSaidInItsLanguage() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("ui_locales", "fr"));
    var confirm = german.follow(german.typeCode(device.code()));
    device.expires();

    // When
    var page = german.follow(german.confirm(confirm, "continue"));

    // Then
    page.then().statusCode(410).body(containsString("Ce code a expiré"));
  }
}
