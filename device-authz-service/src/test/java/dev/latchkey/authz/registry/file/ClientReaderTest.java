package dev.latchkey.authz.registry.file;

import static dev.latchkey.authz.registry.file.RegistryText.client;
import static dev.latchkey.authz.registry.file.RegistryText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.Client;
import org.junit.jupiter.api.Test;

class ClientReaderTest {

  private static final String SECRET = "client_secret: { env: SECRET }";

  @Test
  void aResourceServerIsDeclaredInFewLines() {
    // When
    var client = client(SECRET, "grant_types: []");

    // Then
    assertThat(client.grantTypes()).isEmpty();
    assertThat(client.scopes().isEmpty()).isTrue();
  }

  @Test
  void anAdministratorIsAClientWithASecretThatActsForItself() {
    // When
    var client = client(SECRET, "grant_types: [client_credentials]", "scopes: ['latchkey:admin']");

    // Then
    assertThat(client.scopes().contains(Client.ADMIN_SCOPE)).isTrue();
  }

  @Test
  void nobodyAdministersWithAPersonsTokens() {
    // When
    var reading =
        refusal(
            SECRET,
            "grant_types: ['" + Client.DEVICE_CODE_GRANT + "']",
            "scopes: ['latchkey:admin']");

    // Then
    reading.hasMessageStartingWith("line 11: clients[0].scopes has latchkey:admin");
  }

  @Test
  void aPublicClientCannotActForItself() {
    // When
    var reading = refusal("token_endpoint_auth_method: none", "grant_types: [client_credentials]");

    // Then
    reading.hasMessage(
        "line 10: clients[0].grant_types has client_credentials, which a public client cannot use");
  }
}
