package dev.latchkey.ui.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortAddressTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.77,               203.0.113.x",
    "2001:db8:85a3:1:2:3:4:5,    2001:db8:85a3:x",
    "2001:db8:85a3::1,           2001:db8:85a3:x",
    "2001:db8::abcd,             2001:db8:0:x",
    "2001:DB8::1:2:3:4:5,        2001:db8:0:x",
    "fe80::1:2%eth0,             fe80:0:0:x",
    "::ffff:203.0.113.77,        203.0.113.x",
    "localhost,                  localhost",
    "::1,                        ::1",
    "unknown,                    unknown"
  })
  void keepsTheNetworkAndHidesTheHost(String address, String shown) {
    // When
    var result = ShortAddress.of(address);

    // Then
    assertThat(result).isEqualTo(shown);
  }
}
