package dev.latchkey.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fleet.FakeServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private static final URI ISSUER = URI.create("https://id.example.com/realms/tv");

  @Test
  void findsTheEndpointsByOpenIdMetadataWhereThereIsNoOther() {
    var vertx = Vertx.vertx();
    try (var server = new FakeServer()) {
      // When
      var found =
          new Discovery(vertx, false)
              .endpoints(server.at(""))
              .toCompletionStage()
              .toCompletableFuture()
              .join();

      // Then
      assertThat(found).isEqualTo(new Endpoints(server.at("/device/code"), server.at("/token")));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void knowsBothPlacesOfMetadataForAnIssuerWithAPath() {
    assertThat(Discovery.inserted(ISSUER))
        .hasToString("https://id.example.com/.well-known/oauth-authorization-server/realms/tv");
    assertThat(Discovery.appended(ISSUER))
        .hasToString("https://id.example.com/realms/tv/.well-known/openid-configuration");
  }

  @Test
  void metadataOfAnotherIssuerIsRefused() {
    // Given
    var metadata = new JsonObject().put("issuer", "https://evil.example.com");

    // Then
    assertThatThrownBy(() -> Discovery.read(metadata, ISSUER))
        .isInstanceOf(DiscoveryException.class);
  }
}
