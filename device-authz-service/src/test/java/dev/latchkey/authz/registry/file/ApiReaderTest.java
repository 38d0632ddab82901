package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.grant.ClientId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiReaderTest {

  @Test
  void namesTheClientsThatAskAboutItsTokens() {
    // When
    var api = read("introspection_clients: [tv-api]").apis().get(0);

    // Then
    assertThat(api.introspectionClients()).containsExactly(new ClientId("tv-api"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          introspection_clients: [nobody]         | apis[0].introspection_clients names no
          introspection_clients: [tv]             | apis[0].introspection_clients names no
          introspection_clients: [tv-api, tv]     | apis[0].introspection_clients names no
          introspection_clients: [tv-api, tv-api] | apis[0].introspection_clients names something
          introspection_clients: ['TV API']       | apis[0].introspection_clients names an id
          scopes: { 'latchkey:admin': Administer } | apis[0].scopes.latchkey:admin is
          scopes: { openid: Sign in }             | apis[0].scopes.openid is
          access_token_lifetime: 2d               | apis[0].access_token_lifetime is
          """)
  void namesLineAndFieldOfAMistake(String mistake, String message) {
    // When
    var reading = assertThatThrownBy(() -> read(mistake));

    // Then
    reading
        .isInstanceOf(InvalidRegistryException.class)
        .hasMessageStartingWith("line 4: " + message);
  }

  private static Declaration read(String line) {
    var text =
        """
        apis:
          - identifier: https://api.example.com/tv
            name: TV programme
            %s
        clients:
          - { client_id: tv-api, name: API, client_secret: { env: SECRET } }
          - { client_id: TV API, name: API, client_secret: { env: SECRET } }
          - { client_id: tv, name: TV, token_endpoint_auth_method: none }
        """
            .formatted(line);
    return RegistryReader.read(
        text, new SecretSource(Map.of("SECRET", RegistryText.SECRET)::get, false));
  }
}
