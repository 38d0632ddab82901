package dev.latchkey.authz.registry.file;

import static dev.latchkey.authz.registry.file.RegistryText.client;
import static dev.latchkey.authz.registry.file.RegistryText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginReaderTest {

  private static final String PUBLIC = "token_endpoint_auth_method: none";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tv.example.com",
        "http://localhost:3000",
        "https://192.0.2.7:8443",
        "http://[2001:db8::7]:8080",
        "https://xn--bcher-kva.example"
      })
  void takesAnOriginAsBrowsersSendIt(String origin) {
    // When
    var client = client(PUBLIC, "allowed_origins: ['" + origin + "']");

    // Then
    assertThat(client.allowedOrigins()).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "tv.example.com",
        "https://*.example.com",
        "https://tv.example.com/",
        "https://tv.example.com/app",
        "https://tv.example.com?app",
        "https://TV.example.com",
        "HTTPS://tv.example.com",
        "https://tv.example.com:443",
        "http://tv.example.com:80",
        "https://tv.example.com:0443",
        "https://tv.example.com:99999",
        "https://me@tv.example.com",
        "https://bücher.example",
        "file://tv",
        "https://a https://b"
      })
  void refusesWhatNoBrowserSends(String origin) {
    // When
    var reading =
        refusal(PUBLIC, "allowed_origins:", "  - https://tv.example.com:1", "  - '" + origin + "'");

    // Then
    reading.hasMessageStartingWith("line 12: clients[0].allowed_origins[1] is no origin");
  }

  @Test
  void refusesAnOriginThatStandsThereTwice() {
    // When
    var reading = refusal(PUBLIC, "allowed_origins: [http://localhost:1, http://localhost:1]");

    // Then
    reading.hasMessageStartingWith("line 10: clients[0].allowed_origins names something twice");
  }
}
