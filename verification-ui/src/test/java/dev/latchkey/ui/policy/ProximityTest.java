package dev.latchkey.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProximityTest {

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "203.0.113.7,         203.0.113.7,         SAME_NETWORK",
    "203.0.113.7,         203.0.113.250,       SAME_NETWORK",
    "203.0.113.7,         203.0.114.7,         OTHER_NETWORK",
    "203.0.113.7,         ::ffff:203.0.113.9,  SAME_NETWORK",
    "2001:db8:1:2::3,     2001:db8:1:9::9,     SAME_NETWORK",
    "2001:db8:1::3,       2001:db8:2::3,       OTHER_NETWORK",
    "203.0.113.7,         2001:db8:1::3,       UNKNOWN",
    "127.0.0.1,           ::1,                 SAME_NETWORK",
    "127.0.0.1,           127.9.9.9,           SAME_NETWORK",
    "127.0.0.1,           192.168.1.2,         OTHER_NETWORK",
    "'',                  192.168.1.2,         UNKNOWN",
    "tv.example.com,      192.168.1.2,         UNKNOWN"
  })
  void isWhatTheAddressesTell(String device, String browser, Proximity expected) {
    // When
    var proximity = Proximity.of(device, browser);

    // Then
    assertThat(proximity).isEqualTo(expected);
  }
}
