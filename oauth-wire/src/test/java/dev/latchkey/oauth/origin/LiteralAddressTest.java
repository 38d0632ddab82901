package dev.latchkey.oauth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralAddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77,          203.0.113.77",
    "::ffff:203.0.113.77,   203.0.113.77",
    "::ffff:cb00:714d,      203.0.113.77",
    "2001:db8::1,           2001:db8:0:0:0:0:0:1",
    "fe80::1%eth0,          fe80:0:0:0:0:0:0:1",
    "203.0.113.77%eth0,     203.0.113.77"
  })
  void hasOneFormForEachAddress(String text, String address) {
    // When
    var read = LiteralAddress.parse(text);

    // Then
    assertThat(read.orElseThrow().getHostAddress()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "203.0.113", "203.0.113.256", "2001:db8", "%eth0"})
  void whatIsNoAddressIsNotLookedUp(String text) {
    assertThat(LiteralAddress.parse(text)).isEmpty();
  }
}
