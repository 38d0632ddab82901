package dev.latchkey.authz.registry.file;

import static dev.latchkey.authz.registry.file.RegistryText.read;
import static dev.latchkey.authz.registry.file.RegistryText.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.Declaration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogoReaderTest {

  private static final String PUBLIC = "token_endpoint_auth_method: none";
  private static final String PNG = "\u0089PNG\r\n\u001A\n";
  private static final int MOST_BYTES = 32 * 1024;

  @Test
  void aPictureIsKeptAsItWasDeclared() {
    // Given
    var uri = uri("image/png", PNG);

    // When
    var entry = entry(uri);

    // Then
    assertThat(entry.logo()).hasValueSatisfying(logo -> assertThat(logo.dataUri()).isEqualTo(uri));
    assertThat(entry.client().logoId())
        .hasValueSatisfying(id -> assertThat(id).matches("[A-Za-z0-9_-]{22}"));
  }

  @Test
  void anotherPictureHasAnotherName() {
    // When
    var one = entry(uri("image/png", PNG + "1"));
    var other = entry(uri("image/png", PNG + "2"));

    // Then
    assertThat(one.client().logoId()).isNotEqualTo(other.client().logoId());
  }

  @Test
  void thirtyTwoKibibytesAreEnough() {
    // Given
    var largest = PNG + "x".repeat(MOST_BYTES - PNG.length());

    // When
    var reading = refusal(PUBLIC, "logo: " + uri("image/png", largest + "x"));

    // Then
    reading.hasMessage("line 10: clients[0].logo has more than 32 KiB");
    assertThat(entry(uri("image/png", largest)).logo()).isPresent();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://tv.example.com/logo.png      | is no data URI
          'data:image/png,plain'               | is no data URI
          'data:image/png;base64,@@@'          | is not valid base64
          'data:image/gif;base64,R0lGODlhAQAB' | is none of image/png
          'data:;base64,R0lGODlhAQAB'          | is none of image/png
          'data:image/png;base64,R0lGODlhAQAB' | is no picture of the type
          'data:image/svg+xml;base64,PGh0bWw+PHN2Zz4=' | is no picture of the type
          """)
  void namesLineAndFieldOfAMistake(String logo, String message) {
    // When
    var reading = refusal(PUBLIC, "logo: '" + logo + "'");

    // Then
    reading.hasMessageStartingWith("line 10: clients[0].logo " + message);
  }

  private static Declaration.Entry entry(String uri) {
    return read(false, PUBLIC, "logo: " + uri).clients().get(0);
  }

  private static String uri(String type, String bytes) {
    var base64 = Base64.getEncoder().encodeToString(bytes.getBytes(ISO_8859_1));
    return "data:" + type + ";base64," + base64;
  }
}
