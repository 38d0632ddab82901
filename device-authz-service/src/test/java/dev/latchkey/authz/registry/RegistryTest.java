package dev.latchkey.authz.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Words;
import dev.latchkey.oauth.client.ClientKeys;
import dev.latchkey.oauth.cors.AllowedOrigins;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RegistryTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Inject Registry registry;
  @Inject AllowedOrigins origins;

  @Test
  void aClientsRulesAreThoseOfTheFile() {
    // When
    var client = client("secure-tv");

    // Then
    assertThat(client.tokens())
        .isEqualTo(
            new TokenRules(
                true,
                false,
                Optional.of(Duration.ofDays(365)),
                Optional.of(Duration.ofDays(3650)),
                Optional.of("RS256")));
    assertThat(client("tv").tokens()).isEqualTo(TokenRules.DEFAULT);
    assertThat(client("web-tv").requiresPkce()).isTrue();
  }

  @Test
  void aClientsKeysAreThoseOfTheFile() {
    // When
    var keys = client("gateway").keys();

    // Then
    assertThat(keys).containsInstanceOf(ClientKeys.Inline.class);
    assertThat(client("cloud").keys())
        .contains(new ClientKeys.At(URI.create("https://keys.example.com/jwks")));
    assertThat(client("tv").keys()).isEmpty();
  }

  @Test
  void whatAClientDemandsOfItsPersonIsThatOfTheFile() {
    // When
    var client = client("careful-tv");

    // Then
    assertThat(client.approval())
        .isEqualTo(
            new ApprovalPolicy(
                true, true, Set.of("10.20.0.0/16"), true, Set.of("night staff"), true));
    assertThat(client.logoId()).isPresent();
    assertThat(client("tv").approval()).isEqualTo(ApprovalPolicy.NONE);
    assertThat(client("tv").logoId()).isEmpty();
  }

  @Test
  void scopesHaveTheirWordsInEachLanguageOfTheFile() {
    // When
    var api = registry.api("https://api.example.com/tv").await().atMost(SOON).orElseThrow();

    // Then
    assertThat(api.scopes())
        .containsOnly(
            entry(
                "watch",
                new Words(Map.of("en", "Watch your programmes", "de", "Ihre Sendungen ansehen"))),
            entry("record", Words.english("Record programmes for you")));
  }

  @Test
  void anApiKnowsWhoAsksAboutItsTokens() {
    // When
    var api = registry.api("https://api.example.com/tv").await().atMost(SOON).orElseThrow();

    // Then
    assertThat(api.introspectionClients()).containsExactly(new ClientId("tv-api"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:3000, true",
    "https://tv.example.com, true",
    "https://stopped.example.com, false",
    "https://tv.example.com:8443, false",
    "'', false"
  })
  void anOriginIsKnownIfAnEnabledClientListsIt(String origin, boolean allowed) {
    // When
    var answer = origins.isAllowed(origin).await().atMost(SOON);

    // Then
    assertThat(answer).isEqualTo(allowed);
  }

  private Client client(String id) {
    return registry.client(new ClientId(id)).await().atMost(SOON).orElseThrow();
  }
}
