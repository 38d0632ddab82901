package dev.latchkey.oauth.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  private static final ClientAddress BEHIND_PROXIES =
      new ClientAddress(
          Origins.config("https://a.example", "10.0.0.0/8", "192.0.2.7", "2001:db8:1::/48"));
  private static final ClientAddress ALONE = new ClientAddress(Origins.config("https://a.example"));

  @Test
  void withoutTrustedProxiesItIsTheConnections() {
    // When
    var address = ALONE.of("10.1.2.3", List.of("203.0.113.9"));

    // Then
    assertThat(address).isEqualTo("10.1.2.3");
  }

  @ParameterizedTest(name = "{2}: {0} says {1}")
  @CsvSource({
    // What the last trusted hop saw.
    "10.1.2.3,203.0.113.9,203.0.113.9",
    "192.0.2.7,203.0.113.9,203.0.113.9",
    // As a dual-stack socket has it (RFC 4291 section 2.5.5.2).
    "::ffff:10.1.2.3,203.0.113.9,203.0.113.9",
    // A chain of proxies that are all trusted.
    "10.1.2.3,'203.0.113.9, 10.9.9.9, 192.0.2.7',203.0.113.9",
    // What stands further left is the caller's own claim.
    "10.1.2.3,'127.0.0.1, 203.0.113.9',203.0.113.9",
    "10.1.2.3,'10.6.6.6, 203.0.113.9, 10.9.9.9',203.0.113.9",
    // Whoever is not trusted is not heard.
    "203.0.113.9,10.1.1.1,203.0.113.9",
    "11.0.0.1,127.0.0.1,11.0.0.1",
    "192.0.2.8,127.0.0.1,192.0.2.8",
    // Nothing said, or nothing that is an address.
    "10.1.2.3,'',10.1.2.3",
    "10.1.2.3,unknown,10.1.2.3",
    "10.1.2.3,'203.0.113.9, <script>',10.1.2.3",
    "10.1.2.3,'203.0.113.9,',10.1.2.3",
    "10.1.2.3,localhost,10.1.2.3",
    // A device within the trusted range.
    "10.1.2.3,10.4.4.4,10.4.4.4"
  })
  void isReadFromTheRightAsFarAsHopsAreTrusted(
      String connection, String forwardedFor, String expected) {
    // When
    var address = BEHIND_PROXIES.of(connection, List.of(forwardedFor));

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1::5,2001:db8:9::1,2001:db8:9::1",
    "2001:db8:1:ffff::5,203.0.113.9,203.0.113.9",
    "2001:db8:2::5,203.0.113.9,2001:db8:2::5",
    "10.1.2.3,'2001:db8:9::1, 2001:db8:1::1',2001:db8:9::1"
  })
  void knowsIpv6Too(String connection, String forwardedFor, String expected) {
    // When
    var address = BEHIND_PROXIES.of(connection, List.of(forwardedFor));

    // Then
    assertThat(address).isEqualTo(expected);
  }

  @Test
  void severalHeadersAreOneList() {
    // When
    var address = BEHIND_PROXIES.of("10.1.2.3", List.of("6.6.6.6, 203.0.113.9", "10.9.9.9"));

    // Then
    assertThat(address).isEqualTo("203.0.113.9");
  }

  @Test
  void withoutTheHeaderItIsTheConnections() {
    // When
    var address = BEHIND_PROXIES.of("10.1.2.3", List.of());

    // Then
    assertThat(address).isEqualTo("10.1.2.3");
  }

  @Test
  void aRangeCanEndWithinAByte() {
    // Given
    var addresses = new ClientAddress(Origins.config("https://a.example", "172.16.0.0/12"));

    // Then
    assertThat(addresses.of("172.31.255.255", List.of("1.2.3.4"))).isEqualTo("1.2.3.4");
    assertThat(addresses.of("172.32.0.0", List.of("1.2.3.4"))).isEqualTo("172.32.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
  void aProxyThatIsNoAddressIsRefusedAtStart(String proxy) {
    assertThatThrownBy(() -> new ClientAddress(Origins.config("https://a.example", proxy)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
