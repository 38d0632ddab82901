package dev.latchkey.oauth.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOriginTest {

  @ParameterizedTest
  @CsvSource({
    "https://login.example.com,https://login.example.com,true",
    "https://login.example.com/,https://login.example.com,true",
    "https://login.example.com:8443,https://login.example.com:8443,true",
    "http://localhost:8080,http://localhost:8080,false",
    "http://127.0.0.1:8080/,http://127.0.0.1:8080,false",
    "http://[::1]:8080,http://[::1]:8080,false",
    // As browsers write an Origin, which forms are compared with.
    "https://Login.Example.com,https://login.example.com,true",
    "HTTPS://login.example.com:443,https://login.example.com,true",
    "http://localhost:80,http://localhost,false"
  })
  void isTheIssuerWithoutATrailingSlash(String url, String issuer, boolean secure) {
    // When
    var origin = of(url);

    // Then
    assertThat(origin.issuer()).isEqualTo(issuer);
    assertThat(origin.secure()).isEqualTo(secure);
  }

  @Test
  void isTheBaseOfEachUri() {
    // When
    var uri = of("https://login.example.com/").resolve("/device?user_code=WDJB-MJHT");

    // Then
    assertThat(uri).isEqualTo(URI.create("https://login.example.com/device?user_code=WDJB-MJHT"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example.com",
        "http://localhost.example.com",
        "http://10.0.0.1:8080",
        "ftp://login.example.com",
        "login.example.com",
        "https:login.example.com",
        "https://login.example.com/auth",
        "https://login.example.com/?a=b",
        "https://login.example.com#top",
        "https://user@login.example.com",
        "/device"
      })
  void whatIsNoSafeOriginIsRefusedAtStart(String url) {
    assertThatThrownBy(() -> of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latchkey.public-url");
  }

  private static PublicOrigin of(String url) {
    return new PublicOrigin(Origins.config(url));
  }
}
