package dev.latchkey.ui.session;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.ui.AnotherInstallation;
import dev.latchkey.ui.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AnotherInstallation.class)
class BehindTlsTest {

  @Test
  void theCookieIsForTlsAndThisHostOnly() {
    // When
    var page = new Phone().open("/device");

    // Then
    page.then()
        .statusCode(200)
        .header("Set-Cookie", containsString("__Host-latchkey="))
        .header("Set-Cookie", containsString("; Secure"))
        .header("Set-Cookie", containsString("; HTTPOnly"))
        .header("Set-Cookie", containsString("; SameSite=Lax"))
        .header("Set-Cookie", containsString("; Path=/"));
  }

  @Test
  void browsersAreToldToStayWithTls() {
    // When
    var page = new Phone().open("/nothing-here");

    // Then
    page.then().header("Strict-Transport-Security", equalTo("max-age=63072000"));
  }
}
