package dev.latchkey.oauth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest(name = "{0} contains {1}: {2}")
  @CsvSource({
    "10.20.0.0/16,   10.20.255.1,        true",
    "10.20.0.0/16,   10.21.0.1,          false",
    "10.20.0.0/16,   ::ffff:10.20.0.1,   true",
    "192.0.2.128/25, 192.0.2.127,        false",
    "192.0.2.128/25, 192.0.2.128,        true",
    "0.0.0.0/0,      203.0.113.7,        true",
    "0.0.0.0/0,      2001:db8::1,        false",
    "2001:db8::/32,  2001:db8:1:2::3,    true",
    "2001:db8::/32,  2001:db9::1,        false",
    "2001:db8::/32,  2001:db8::1%eth0,   true",
    "192.0.2.7/32,   192.0.2.7,          true",
    "192.0.2.7/32,   192.0.2.8,          false"
  })
  void holdsTheAddressesOfItsPrefix(String cidr, String address, boolean within) {
    // Given
    var network = Network.parse(cidr).orElseThrow();

    // When
    var contains = network.contains(LiteralAddress.parse(address).orElseThrow());

    // Then
    assertThat(contains).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "example/8"})
  void isNothingThatIsNoRange(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }
}
