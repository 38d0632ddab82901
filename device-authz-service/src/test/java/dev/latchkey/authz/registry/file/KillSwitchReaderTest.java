package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.switches.KillSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KillSwitchReaderTest {

  private static final String API = "https://api.example.com/tv";

  @Test
  void readsWhatIsOff() {
    // Given
    var text =
        """
        kill_switches:
          service: true
          clients: [tv]
          apis: [https://api.example.com/tv]
          scopes: [watch]
        """;

    // When
    var switches = RegistryReader.read(file(text), SecretSource.unopened(false)).switches();

    // Then
    assertThat(switches)
        .containsExactlyInAnyOrder(
            KillSwitch.SERVICE,
            KillSwitch.client("tv"),
            KillSwitch.api(API),
            KillSwitch.scope("watch"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kill_switches:\n",
        "kill_switches: {}\n",
        "kill_switches: { service: false, clients: [] }\n"
      })
  void asARuleNothingIs(String text) {
    // When
    var switches = RegistryReader.read(file(text), SecretSource.unopened(false)).switches();

    // Then
    assertThat(switches).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clients: [tw]           | kill_switches.clients[0] names none of this file; did you mean tv?
          clients: [tv, printer]  | kill_switches.clients[1] names none of this file
          clients: [tv, tv]       | kill_switches.clients names something twice
          clients: tv             | kill_switches.clients has a value of the wrong kind, not a list
          client: [tv]            | kill_switches.client is unknown; did you mean clients?
          apis: [tv]              | kill_switches.apis[0] names none of this file
          scopes: [openid]        | kill_switches.scopes[0] names none of this file
          scopes: [latchkey:admin] | kill_switches.scopes[0] names none of this file
          service: all            | kill_switches.service has a value of the wrong kind, not true or false
          """)
  void aNameThatIsNotInTheFileIsAMistake(String line, String sentence) {
    // When
    var mistakes = RegistryText.mistakes(file("kill_switches:\n  " + line + "\n"));

    // Then
    assertThat(mistakes).extracting(Mistake::sentence).containsExactly(sentence);
  }

  private static String file(String more) {
    return RegistryText.of("token_endpoint_auth_method: none") + more;
  }
}
