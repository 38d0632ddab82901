package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.authz.events.EventRows;
import dev.latchkey.authz.registry.file.RegistryConfig;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the file and a service's line to the receiver, by the replica that runs here. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class WebhookReloadTest {

  private static final Path DECLARED = Path.of("src/test/resources/registry.yaml");

  /** The file is looked at every 5 s, the stream and what is due every second. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Inject RegistryConfig config;
  @Inject Vertx vertx;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void asItWas() throws IOException {
    Files.copy(DECLARED, file(), StandardCopyOption.REPLACE_EXISTING);
    await().atMost(PATIENCE).until(() -> !isEnabled());
  }

  @Test
  void whatAServiceSaysIsSentToTheWebhookThatTheFileDeclares() throws IOException {
    try (var receiver = new Receiver(vertx)) {
      // Given
      var webhook =
          """

          webhooks:
            - name: reload
              url: %s
              secret: { value: %s }
              events: [reload.*]
          """
              .formatted(receiver.url(), Hooks.SECRET.text());
      Files.writeString(file(), Files.readString(DECLARED) + webhook);
      await().atMost(PATIENCE).until(this::isEnabled);
      var id = EventRows.id(Instant.now());

      // When
      say(EventRows.id(Instant.now()), "loaded");
      say(id, "reload.done");

      // Then
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(receiver.received()).containsExactly(id.toString()));
      assertThat(rows().strings("select * from registry.webhook where name = 'reload'").toString())
          .doesNotContain("whsec_");
    }
  }

  private void say(UUID id, String event) {
    StoredEvents.in(stores.redis()).add(EventRows.line(id, Instant.now(), event, "tv", "alice"));
  }

  private boolean isEnabled() {
    return !rows()
        .strings("select name from registry.webhook where name = 'reload' and enabled")
        .isEmpty();
  }

  private EventRows rows() {
    return new EventRows(stores);
  }

  private Path file() {
    return config.file().orElseThrow();
  }
}
