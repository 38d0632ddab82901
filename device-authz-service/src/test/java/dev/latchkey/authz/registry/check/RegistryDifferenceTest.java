package dev.latchkey.authz.registry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.authz.registry.file.RegistryReader;
import dev.latchkey.authz.registry.file.SecretSource;
import dev.latchkey.authz.registry.file.UsersReader;
import dev.latchkey.oauth.registry.WrittenUser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryDifferenceTest {

  private static final String API =
      """
      apis:
        - identifier: https://api.example.com/tv
          name: TV programme
          scopes: { watch: Watch, record: Record }
      """;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          enabled: false | - | enabled false -> true
          - | logo: 'data:image/svg+xml;base64,PHN2Zz4=' | logo changed
          - | allowed_origins: [https://tv.example.com] | allowed_origins +https://tv.example.com
          scopes: [watch, openid] | scopes: [openid, record] | scopes +record -watch
          grant_types: [refresh_token] | - | grant_types -refresh_token
          - | default_api: https://api.example.com/tv | default_api none -> https://api.example.com/tv
          - | require_pkce: true | require_pkce false -> true
          - | device_code: { lifetime: 90s } | device_code.lifetime 10m -> 90s
          - | device_code: { lifetime: 24h } | device_code.lifetime 10m -> 1d
          - | device_code: { interval: 1m } | device_code.interval 5s -> 1m
          - | device_code: { user_code: { mask: '*** ***' } } | device_code.user_code.mask ****-**** -> *** ***
          - | dpop_bound_access_tokens: true | dpop_bound_access_tokens false -> true
          - | refresh_token: { idle_lifetime: 30d } | refresh_token.idle_lifetime none -> 30d
          - | refresh_token: { absolute_lifetime: 36h } | refresh_token.absolute_lifetime none -> 36h
          - | id_token_signed_response_alg: RS256 | id_token_signed_response_alg none -> RS256
          - | first_party: true | first_party false -> true
          - | approval: { typed_code: true } | approval.typed_code false -> true
          approval: { networks: [10.0.0.0/8] } | approval: { networks: [10.0.0.0/9] } | approval.networks +10.0.0.0/9 -10.0.0.0/8
          - | approval: { same_network: true } | approval.same_network false -> true
          - | approval: { groups: [night staff] } | approval.groups +night staff
          - | approval: { confirmation: number } | approval.confirmation none -> number
          - | error_profile: auth0 | error_profile rfc8628 -> auth0
          """)
  void eachFieldOfAClientIsCompared(String before, String after, String sentence) {
    // Given
    var older = valid(client("token_endpoint_auth_method: none", before));
    var newer = valid(client("token_endpoint_auth_method: none", after));

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes).extracting(Change::sentence).containsExactly("client tv: " + sentence);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { env: ONE }           | { env: TWO }
          { env: ONE }           | { file: /run/secrets/one }
          { file: /run/one }     | { file: /run/two }
          { value: wonderland-wonderland-wonderland } | { value: looking-glass-looking-glass }
          """)
  void aSecretIsComparedAndNeverShown(String before, String after) {
    // Given
    var older = valid(client("client_secret: " + before));
    var newer = valid(client("client_secret: " + after));

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly("client tv: client_secret changed");
  }

  @Test
  void keysAreComparedAndTheirAddressIsShown() {
    // Given
    var byKey = "token_endpoint_auth_method: private_key_jwt";
    var older = valid(client(byKey, "jwks_uri: https://one.example.com/jwks"));
    var newer = valid(client(byKey, "jwks_uri: https://two.example.com/jwks"));

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly(
            "client tv: jwks_uri https://one.example.com/jwks -> https://two.example.com/jwks");
  }

  @Test
  void anotherSpellingIsNoDifference() {
    // Given
    var older = valid(client("token_endpoint_auth_method: none", "scopes: [watch, record]"));
    var newer =
        valid(
            client(
                "enabled: true",
                "token_endpoint_auth_method: none",
                "scopes: [record, watch]",
                "device_code: { lifetime: 600s, interval: 5 }"));

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes).isEmpty();
  }

  @Test
  void apisAndTheirTextsAreCompared() {
    // Given
    var older = valid(API);
    var newer =
        valid(
            API.replace("name: TV programme", "name: Television")
                .replace("record: Record", "record: { en: Keep, de: Aufnehmen }")
                .replace("  scopes", "  access_token_lifetime: 5m\n    scopes"));

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly(
            "api https://api.example.com/tv: name TV programme -> Television",
            "api https://api.example.com/tv: scopes.record.de none -> Aufnehmen",
            "api https://api.example.com/tv: scopes.record.en Record -> Keep",
            "api https://api.example.com/tv: access_token_lifetime 1h -> 5m");
  }

  @Test
  void whatComesAndGoesIsNamedOnce() {
    // Given
    var older = valid(API + "users: [{ username: alice, password: wonderland }]\n");
    var newer =
        valid(
            """
            clients: [{ client_id: tv, name: TV, token_endpoint_auth_method: none }]
            users: [{ username: Alice, password: looking-glass }]
            """);

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly(
            "api https://api.example.com/tv: removed, which disables it",
            "client tv: added",
            "user alice: username alice -> Alice",
            "user alice: password changed",
            "user alice: name alice -> Alice");
  }

  @Test
  void killSwitchesAreThrownAndReleased() {
    // Given
    var file = client("token_endpoint_auth_method: none");
    var older = valid(file + "kill_switches: { service: true, scopes: [watch] }\n");
    var newer = valid(file + "kill_switches: { clients: [tv], scopes: [watch] }\n");

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly("kill switch client tv: off", "kill switch service: released");
  }

  @Test
  void webhooksAreComparedAndTheirSecretsNeverShown() {
    // Given
    var older =
        valid(
            """
            webhooks:
              - { name: siem, url: "https://siem.example.com", secret: { env: ONE } }
              - { name: chat, url: "https://chat.example.com", secret: { env: ONE } }
            """);
    var newer =
        valid(
            """
            webhooks:
              - name: siem
                url: https://siem.example.com/v2
                secret: { env: TWO }
                old_secret: { env: ONE }
                events: [grant.*]
                enabled: false
              - { name: mail, url: "https://mail.example.com", secret: { env: ONE } }
            """);

    // When
    var changes = RegistryDifference.between(older, newer);

    // Then
    assertThat(changes)
        .extracting(Change::sentence)
        .containsExactly(
            "webhook siem: url https://siem.example.com -> https://siem.example.com/v2",
            "webhook siem: secret changed",
            "webhook siem: old_secret changed",
            "webhook siem: events +grant.*",
            "webhook siem: enabled true -> false",
            "webhook mail: added",
            "webhook chat: removed, which disables it");
  }

  private static String client(String... lines) {
    var text = new StringBuilder(API + "clients:\n  - client_id: tv\n    name: TV\n");
    for (var line : lines) {
      text.append(line == null ? "" : "    " + line + "\n");
    }
    return text.toString();
  }

  private static CheckedFile.Valid valid(String text) {
    Declaration declaration = RegistryReader.read(text, SecretSource.unopened(true));
    List<WrittenUser> users = UsersReader.read(text, true);
    return new CheckedFile.Valid(declaration, users);
  }
}
