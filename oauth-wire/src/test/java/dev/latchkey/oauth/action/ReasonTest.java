package dev.latchkey.oauth.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void isOneLineOfTwoHundredCharacters() {
    // When
    var reason = new Reason("no\u202E\n" + "x".repeat(300));

    // Then
    assertThat(reason.text())
        .startsWith("no")
        .hasSize(Reason.LONGEST)
        .doesNotContain("\n", "\u202E");
  }

  @Test
  void isToldToDevicesInTheCharactersThatAnErrorMayHave() {
    // When
    var reason = new Reason("\"Gerät\" not\\allowed \uD83D\uDE00");

    // Then
    assertThat(reason.description()).isEqualTo("'Ger?t' not/allowed ?");
  }

  @Test
  void isSomethingToADeviceAlsoIfTheHookGivesNone() {
    // When
    var reason = new Reason("\u200B");

    // Then
    assertThat(reason.text()).isEmpty();
    assertThat(reason.description()).isEqualTo("Whoever runs this server does not allow it");
  }
}
