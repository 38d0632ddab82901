package dev.latchkey.authz.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.latchkey.grant.SpacedWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published schema is what the code reads, and an editor sees with it what the code refuses.
 */
class RegistrySchemaTest {

  private static final Path PUBLISHED = Path.of("../docs/registry.schema.json");
  private static final Path GENERATED = Path.of("target/registry.schema.json");
  private static final Path PAGE = Path.of("../docs/registry.md");

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final JsonSchema SCHEMA = SCHEMAS.getSchema(RegistrySchema.make());

  private static final String PUBLIC = "token_endpoint_auth_method: none";

  @Test
  void isUpToDate() throws IOException {
    // When
    var generated = RegistrySchema.text();

    // Then
    Files.writeString(GENERATED, generated, UTF_8);
    assertThat(Files.exists(PUBLISHED) ? Files.readString(PUBLISHED, UTF_8) : "")
        .as("copy device-authz-service/%s to docs/", GENERATED)
        .isEqualTo(generated);
  }

  @Test
  void isASchemaOfItsDraft() {
    // Given
    var draft = SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012));

    // When
    var mistakes = draft.validate(RegistrySchema.make());

    // Then
    assertThat(mistakes).isEmpty();
  }

  @Test
  void aWordIsWhatTheReaderCallsOne() {
    // When
    var words = IntStream.rangeClosed(0, 0xFF).mapToObj(Character::toString);

    // Then
    assertThat(words)
        .allSatisfy(
            word ->
                assertThat(word.matches(FieldSchemas.WORD)).isEqualTo(SpacedWords.isWord(word)));
  }

  @Test
  void thePageNamesEachField() throws IOException {
    // Given
    var page = Files.readString(PAGE, UTF_8);

    // When
    var fields = RegistrySchema.paths().stream().filter(path -> !path.startsWith("clients.jwks."));

    // Then
    assertThat(fields)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            path ->
                assertThat(page)
                    .containsPattern(
                        "\\b" + Pattern.quote(path.substring(path.lastIndexOf('.') + 1)) + "\\b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../deploy/local/registry.yaml",
        "../deploy/bench/registry.yaml",
        "../fleet-simulator/capacity-registry.yaml",
        "src/test/resources/registry.yaml"
      })
  void everyRegistryOfOursFollowsIt(String file) throws IOException {
    // When
    var mistakes = validate(Files.readString(Path.of(file), UTF_8));

    // Then
    assertThat(mistakes).isEmpty();
  }

  /** Whatever a client may have, as the reader takes it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        PUBLIC,
        "client_secret: { env: SECRET }",
        "client_secret: { file: /run/secrets/tv }",
        PUBLIC + "|device_code: { lifetime: 1h30m, interval: 7 }",
        PUBLIC + "|device_code: { user_code: { charset: digits, mask: '*** *** ***' } }",
        PUBLIC + "|allowed_origins: [http://localhost:3000, 'https://[::1]:8443']",
        PUBLIC + "|approval: { networks: [10.0.0.0/8, '2001:db8::/32'], groups: [night staff] }",
        PUBLIC + "|dpop_bound_access_tokens: true|refresh_token: { rotation: false }",
        PUBLIC + "|refresh_token: { idle_lifetime: 30d, absolute_lifetime: P365D }",
        PUBLIC + "|id_token_signed_response_alg: EdDSA|error_profile: auth0",
        "token_endpoint_auth_method: private_key_jwt|jwks_uri: https://keys.example.com/jwks"
      })
  void refusesNothingThatTheReaderTakes(String client) throws JsonProcessingException {
    // Given
    var text = RegistryText.of(client.split("\\|", -1));
    RegistryReader.read(text, SecretSource.unopened(false));

    // When
    var mistakes = validate(text);

    // Then
    assertThat(mistakes).isEmpty();
  }

  @Test
  void refusesNoWebhookThatTheReaderTakes() throws JsonProcessingException {
    // Given
    var text =
        """
        webhooks:
          - name: siem
            url: https://siem.example.com/hooks?from=latchkey
            secret: { env: NEW }
            old_secret: { file: /run/secrets/old }
            events: [grant.*, logout, limit.login_first_on]
            enabled: false
        """;
    RegistryReader.read(text, SecretSource.unopened(false));

    // When
    var mistakes = validate(text);

    // Then
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'colour: blue'                                        | none
          token_endpoint_auth_method: some                      | client_secret
          'enabled: yes, please'                                | none
          grant_types: [password]                               | none
          grant_types: refresh_token                            | none
          scopes: ['a"b']                                       | none
          device_code: { lifetime: soon }                       | none
          device_code: { interval: 1900ms }                     | none
          device_code: { user_code: { mask: 'ABC' } }           | none
          device_code: { user_code: { charset: base64 } }       | none
          error_profile: okta                                   | none
          id_token_signed_response_alg: HS256                   | none
          allowed_origins: [https://tv.example.com/]            | none
          allowed_origins: [http://a, http://a]                 | none
          approval: { networks: [] }                            | none
          approval: { networks: [office] }                      | none
          approval: { confirmation: pin }                       | none
          approval: { typed_codes: true }                       | none
          logo: https://tv.example.com/logo.png                 | none
          logo: 'data:image/gif;base64,R0lGODlhAQAB'            | none
          client_secret: { env: SECRET }                        | none
          'client_secret: { env: SECRET, file: /run/secret }'   | nothing
          client_secret: wonderland                             | nothing
          client_secret: {}                                     | nothing
          jwks_uri: https://keys.example.com/jwks               | none
          jwks_uri: https://keys.example.com/jwks               | client_secret
          'enabled: true'                                       | nothing
          'enabled: true'                                       | private_key_jwt
          client_secret: { env: SECRET }                        | private_key_jwt
          jwks_uri: keys.example.com                            | private_key_jwt
          jwks: { keys: [] }                                    | private_key_jwt
          'jwks: { keys: [{ kty: oct, k: c2VjcmV0 }] }'         | private_key_jwt
          'jwks: { keys: [{ kty: EC, kid: 7 }] }'               | private_key_jwt
          'jwks: { keys: [{ kty: EC, d: x }] }'                 | private_key_jwt
          """)
  void refusesAsTheReaderDoes(String mistake, String authentication)
      throws JsonProcessingException {
    // Given
    var method =
        switch (authentication) {
          case "client_secret" -> "client_secret: { env: SECRET }";
          case "nothing" -> "first_party: false";
          default -> "token_endpoint_auth_method: " + authentication;
        };
    var text = RegistryText.of(method, mistake);

    // When
    var mistakes = validate(text);

    // Then
    assertThat(mistakes).isNotEmpty();
    assertThat(RegistryText.mistakes(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apis: [{ name: TV }]",
        "apis: [{ identifier: tv }]",
        "apis: [{ identifier: tv, name: TV, scopes: { openid: Sign in } }]",
        "apis: [{ identifier: tv, name: TV, scopes: { watch: { de: Ansehen } } }]",
        "apis: [{ identifier: tv, name: TV, scopes: { watch: { en: Watch, nl: Kijken } } }]",
        "apis: [{ identifier: tv, name: TV, access_token_lifetime: long }]",
        "clients: [{ client_id: tv, token_endpoint_auth_method: none }]",
        "clients: [{ name: TV, token_endpoint_auth_method: none }]",
        "clients: { client_id: tv }",
        "kill_switches: [tv]",
        "kill_switches: { service: all }",
        "kill_switches: { clients: tv }",
        "kill_switches: { scopes: ['a\"b'] }",
        "kill_switches: { client: [tv] }",
        "webhooks: { name: siem }",
        "webhooks: [{ name: siem, url: https://siem.example.com }]",
        "webhooks: [{ name: siem, secret: { env: S } }]",
        "webhooks: [{ url: https://siem.example.com, secret: { env: S } }]",
        "webhooks: [{ name: Siem!, url: https://siem.example.com, secret: { env: S } }]",
        "webhooks: [{ name: siem, url: siem.example.com, secret: { env: S } }]",
        "webhooks: [{ name: siem, url: https://siem.example.com, secret: wonderland }]",
        "webhooks: [{ name: a, url: https://a.example, secret: { env: S }, events: [] }]",
        "webhooks: [{ name: a, url: https://a.example, secret: { env: S }, events: ['*'] }]",
        "webhooks: [{ name: a, url: https://a.example, secret: { env: S }, event: [logout] }]",
        "clint: []",
        "7"
      })
  void refusesWhatIsNoRegistryAsTheReaderDoes(String text) throws JsonProcessingException {
    // When
    var mistakes = validate(text);

    // Then
    assertThat(mistakes).isNotEmpty();
    assertThat(RegistryText.mistakes(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users: [{ username: alice }]",
        "users: [{ password: wonderland }]",
        "users: [{ username: 'a b', password: wonderland }]",
        "users: [{ username: alice, password: wonderland, admin: true }]",
        "users: [{ username: alice, password: wonderland, email_verified: maybe }]",
        "users: alice"
      })
  void refusesUsersAsTheirReaderDoes(String text) throws JsonProcessingException {
    // When
    var mistakes = validate(text);

    // Then
    assertThat(mistakes).isNotEmpty();
    assertThat(RegistryText.mistakes(() -> UsersReader.read(text, true))).isNotEmpty();
  }

  private static Set<ValidationMessage> validate(String text) throws JsonProcessingException {
    return SCHEMA.validate(YAML.readTree(text));
  }
}
