package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.authz.registry.CodeRules;
import dev.latchkey.grant.ErrorProfile;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.oauth.client.AuthenticationMethod;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryReaderTest {

  private static final String SECRET = "a-secret-of-more-than-24-characters";
  private static final SecretSource SECRETS =
      new SecretSource(Map.of("PRINTER_SECRET", SECRET, "SHORT", "short")::get, false);

  private static final String API =
      """
      apis:
        - identifier: https://api.example.com/tv
          name: TV programme
          scopes: { watch: Watch your programmes }
      clients:
      """;

  @Test
  void readsAClientWithItsDefaults() {
    // Given
    var text =
        API
            + """
                - client_id: tv
                  name: TV
                  token_endpoint_auth_method: none
                  scopes: [openid, watch]
              """;

    // When
    var client = RegistryReader.read(text, SECRETS).clients().get(0).client();

    // Then
    assertThat(client.enabled()).isTrue();
    assertThat(client.codes())
        .isEqualTo(
            new CodeRules(Duration.ofMinutes(10), Duration.ofSeconds(5), UserCodeFormat.DEFAULT));
    assertThat(client.errorProfile()).isEqualTo(ErrorProfile.RFC8628);
    assertThat(client.grantTypes()).isEmpty();
  }

  @Test
  void takesASecretByReference() {
    // Given
    var text =
        """
        clients:
          - client_id: printer
            name: Printer
            client_secret: { env: PRINTER_SECRET }
        """;

    // When
    var entry = RegistryReader.read(text, SECRETS).clients().get(0);

    // Then
    assertThat(entry.client().authenticationMethod())
        .isEqualTo(AuthenticationMethod.CLIENT_SECRET_BASIC);
    assertThat(entry.secret()).contains(SECRET);
    assertThat(entry.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token_endpoint_auth_method: some       | line 8: clients[0].token_endpoint_auth_method
          colour: blue                           | line 8: clients[0].colour
          scopes: [fly]                          | line 8: clients[0].scopes
          scopes: ['a"b']                        | line 8: clients[0].scopes
          default_api: https://nowhere           | line 8: clients[0].default_api
          grant_types: [password]                | line 8: clients[0].grant_types
          error_profile: okta                    | line 8: clients[0].error_profile
          device_code: { lifetime: soon }        | line 8: clients[0].device_code.lifetime
          device_code: { interval: 0s }          | line 8: clients[0].device_code.interval
          device_code: { interval: 1900ms }      | line 8: clients[0].device_code.interval
          device_code: { user_code: { mask: '**' } } | line 8: clients[0].device_code.user_code
          client_secret: { env: NOT_THERE }      | line 8: clients[0].client_secret
          client_secret: { env: SHORT }          | line 8: clients[0].client_secret
          client_secret: { value: plain-text-secret-of-some-length } | line 8: clients[0].client_secret
          """)
  void namesLineAndFieldOfAMistake(String mistake, String place) {
    // Given
    var text =
        API
            + """
                - client_id: tv
                  name: TV
              """
            + "    "
            + mistake
            + (mistake.startsWith("client_secret")
                ? "\n"
                : "\n    client_secret: { env: PRINTER_SECRET }\n");

    // When
    var reading = assertThatThrownBy(() -> RegistryReader.read(text, SECRETS));

    // Then
    reading.isInstanceOf(InvalidRegistryException.class).hasMessageContaining(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_secret: wonderland",
        "client_secret: { wonderland }",
        "client_secret: [wonderland]",
        "client_secret: { value: { a: wonderland } }",
        "enabled: wonderland"
      })
  void aMistypedSecretIsNotRepeated(String mistake) {
    // Given
    var text = "clients:\n  - client_id: tv\n    " + mistake + "\n";

    // When
    var reading = assertThatThrownBy(() -> RegistryReader.read(text, SECRETS));

    // Then
    reading
        .isInstanceOf(InvalidRegistryException.class)
        .hasMessageContaining("clients[0]")
        .hasMessageNotContaining("wonderland")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "apis"})
  void anEntryWithNothingInItIsNamed(String list) {
    // When
    var reading = assertThatThrownBy(() -> RegistryReader.read(list + ":\n  - null\n", SECRETS));

    // Then
    reading
        .isInstanceOf(InvalidRegistryException.class)
        .hasMessage("line 2: " + list + "[0] is missing");
  }

  @Test
  void refusesAnIdThatNoRequestMaySend() {
    // Given
    var text = "clients:\n  - { client_id: " + "x".repeat(256) + ", name: TV }\n";

    // When
    var reading = assertThatThrownBy(() -> RegistryReader.read(text, SECRETS));

    // Then
    reading.hasMessageContaining("line 2: clients[0].client_id");
  }

  @Test
  void refusesAClientDeclaredTwice() {
    // Given
    var client = "  - { client_id: tv, name: TV, token_endpoint_auth_method: none }\n";

    // When
    var reading =
        assertThatThrownBy(() -> RegistryReader.read("clients:\n" + client + client, SECRETS));

    // Then
    reading.hasMessageContaining("line 3: clients[1].client_id is declared twice");
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "'clients: {'", "'clients: 7'"})
  void refusesWhatIsNoRegistry(String text) {
    // When
    var reading = assertThatThrownBy(() -> RegistryReader.read(text, SECRETS));

    // Then
    reading.isInstanceOf(InvalidRegistryException.class);
  }
}
