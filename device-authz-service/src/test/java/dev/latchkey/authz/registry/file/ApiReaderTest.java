package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Words;
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

  @Test
  void aScopeHasOneTextOrOneForEachLanguage() {
    // When
    var api =
        read("scopes: { watch: { en: Watch, pt-BR: Assistir }, record: Record }").apis().get(0);

    // Then
    assertThat(api.scopes())
        .containsOnly(
            entry("watch", new Words(Map.of("en", "Watch", "pt-BR", "Assistir"))),
            entry("record", Words.english("Record")));
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
          scopes: { watch: }                      | apis[0].scopes.watch is missing
          scopes: { watch: [Watch] }              | apis[0].scopes.watch has a value of the wrong kind
          scopes: { watch: { de: Ansehen } }      | apis[0].scopes.watch has no text in English
          scopes: { watch: { en: '' } }           | apis[0].scopes.watch.en is missing
          scopes: { watch: { en: { a: b } } }     | apis[0].scopes.watch.en has a value of the wrong
          scopes: { watch: { en: Watch, nl: Kijken } } | apis[0].scopes.watch.nl is no language
          scopes: { watch: { en: "Watch\\nmore" } } | apis[0].scopes.watch.en has a control
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
