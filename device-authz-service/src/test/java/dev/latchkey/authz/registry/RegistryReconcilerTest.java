package dev.latchkey.authz.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.file.RegistryReader;
import dev.latchkey.authz.registry.file.SecretSource;
import dev.latchkey.grant.Words;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RegistryReconcilerTest {

  private static final Path DECLARED = Path.of("src/test/resources/registry.yaml");

  @Inject RegistryReconciler reconciler;
  @Inject RegistryRows rows;
  @Inject SecretSource secrets;

  @AfterEach
  void asItWas() throws Throwable {
    reconcile(declared());
  }

  @Test
  void whatIsDeclaredAsBeforeChangesNothing() throws Throwable {
    // When
    var change = reconcile(declared());

    // Then
    assertThat(change.isAny()).isFalse();
  }

  @Test
  void wordsChangeLanguageByLanguage() throws Throwable {
    // Given
    var text =
        declared()
            .replace("de: Ihre Sendungen ansehen", "de: Fernsehen, fr: Regarder la television");

    // When
    var change = reconcile(text);

    // Then
    assertThat(change).isEqualTo(changed("API https://api.example.com/tv"));
    var api =
        VertxContextSupport.subscribeAndAwait(() -> rows.api("https://api.example.com/tv"))
            .orElseThrow();
    assertThat(api.scopes())
        .containsEntry(
            "watch",
            new Words(
                Map.of(
                    "en", "Watch your programmes",
                    "de", "Fernsehen",
                    "fr", "Regarder la television")));
  }

  @Test
  void anotherPictureAndLessDemandedIsAChangedClient() throws Throwable {
    // Given
    var text =
        declared()
            .replace("PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4=", "PHN2ZyAvPg==")
            .replace("      same_network: true\n", "");
    var before = careful();

    // When
    var change = reconcile(text);

    // Then
    assertThat(change).isEqualTo(changed("client careful-tv"));
    assertThat(careful().logoId()).isPresent().isNotEqualTo(before.logoId());
    assertThat(careful().approval().sameNetwork()).isFalse();
  }

  @Test
  void aWebhookThatIsGoneFromTheFileIsStopped() throws Throwable {
    // Given
    reconcile(declared() + webhook("[grant.*]", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    // When
    var change = reconcile(declared());

    // Then
    assertThat(change).isEqualTo(new RegistryChange(List.of(), List.of(), List.of("webhook siem")));
  }

  @Test
  void anotherFilterIsAChangedWebhookAndAnotherSecretIsNone() throws Throwable {
    // Given
    reconcile(declared() + webhook("[grant.*]", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    // When
    var filter =
        compare(declared() + webhook("[logout]", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    var secret =
        compare(declared() + webhook("[grant.*]", "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXct"));

    // Then
    assertThat(filter).isEqualTo(changed("webhook siem"));
    assertThat(secret.isAny()).isFalse();
  }

  @Test
  void aComparisonSaysWhatWouldChangeAndChangesNothing() throws Throwable {
    // Given
    var text =
        declared()
            .replace("      same_network: true\n", "")
            .replace("client_id: tv\n", "client_id: tv2\n");

    // When
    var difference = compare(text);

    // Then
    assertThat(difference)
        .isEqualTo(
            new RegistryChange(
                List.of("client tv2"), List.of("client careful-tv"), List.of("client tv")));
    assertThat(compare(declared()).isAny()).isFalse();
  }

  private static String webhook(String events, String secret) {
    return """

        webhooks:
          - name: siem
            url: https://siem.example.com
            secret: { value: %s }
            events: %s
        """
        .formatted(secret, events);
  }

  private static RegistryChange changed(String entry) {
    return new RegistryChange(List.of(), List.of(entry), List.of());
  }

  private RegistryChange compare(String text) throws Throwable {
    var declaration = RegistryReader.read(text, secrets);
    return VertxContextSupport.subscribeAndAwait(() -> reconciler.compare(declaration));
  }

  private Client careful() throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> rows.client("careful-tv")).orElseThrow();
  }

  private RegistryChange reconcile(String text) throws Throwable {
    var declaration = RegistryReader.read(text, secrets);
    return VertxContextSupport.subscribeAndAwait(() -> reconciler.reconcile(declaration));
  }

  private static String declared() throws IOException {
    return Files.readString(DECLARED);
  }
}
