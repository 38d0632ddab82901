package dev.latchkey.oauth.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPrefixTest {

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.7, true",
    "198.51.100.7, 198.51.100.8, false",
    "198.51.100.7, ::ffff:198.51.100.7, true",
    "::ffff:198.51.100.7, ::ffff:198.51.100.8, false",
    "2001:db8:1:2::3, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
    "2001:db8:1:2::3, 2001:db8:1:3::3, false",
    "2001:DB8:1:2::3, 2001:0db8:0001:0002::, true",
    "unknown, unknown, true",
    "unknown, 198.51.100.7, false",
  })
  void oneSubscriberHasOnePrefix(String one, String other, boolean same) {
    assertThat(AddressPrefix.of(one).equals(AddressPrefix.of(other))).isEqualTo(same);
  }
}
