package dev.latchkey.authz.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.events.EventRows;
import dev.latchkey.authz.registry.file.RegistryReader;
import dev.latchkey.authz.registry.file.SecretSource;
import dev.latchkey.grant.ClientId;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RegistryReconcilerTest {

  private static final Path DECLARED = Path.of("src/test/resources/registry.yaml");

  @Inject RegistryReconciler reconciler;
  @Inject RegistryRows rows;
  @Inject RegistryEdits edits;
  @Inject SecretSource secrets;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void asItWas() throws Throwable {
    reconcile(declared());
    new EventRows(stores).run("delete from registry.client where client_id like 'by-hand-%'");
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

  @Test
  void whatAnAdministratorHasMadeIsLeftAlone() throws Throwable {
    // Given
    made("by-hand-alone");

    // When
    var change = reconcile(declared());

    // Then
    assertThat(change.isAny()).isFalse();
    assertThat(client("by-hand-alone").enabled()).isTrue();
    assertThat(compare(declared()).isAny()).isFalse();
  }

  @Test
  void whatTheFileDeclaresTooIsTheFilesFromThenOn() throws Throwable {
    // Given
    made("by-hand-taken");
    var text = declared().replace("client_id: tv\n", "client_id: by-hand-taken\n");

    // When
    var change = reconcile(text);

    // Then
    assertThat(change.changed()).containsExactly("client by-hand-taken");
    assertThat(client("by-hand-taken").name()).isEqualTo("Living-room TV");
    assertThat(isDeclared("by-hand-taken")).isTrue();
    assertThat(reconcile(text).isAny()).isFalse();
  }

  @Test
  void whatIsGoneFromTheFileIsStoppedAndLeftToAdministrators() throws Throwable {
    // Given
    var text = declared().replace("client_id: tv\n", "client_id: by-hand-left\n");
    reconcile(text);

    // When
    var change = reconcile(declared());

    // Then
    assertThat(change.stopped()).containsExactly("client by-hand-left");
    assertThat(client("by-hand-left").enabled()).isFalse();
    assertThat(isDeclared("by-hand-left")).isFalse();
    assertThat(reconcile(declared()).isAny()).isFalse();
  }

  /** As an administrator does. */
  private void made(String id) throws Throwable {
    var client = client("remote");
    var entry =
        new Declaration.Entry(
            new Client(
                new ClientId(id),
                "By hand",
                client.logoId(),
                true,
                client.authenticationMethod(),
                client.secret(),
                client.keys(),
                client.allowedOrigins(),
                client.grantTypes(),
                client.scopes(),
                client.defaultApi(),
                client.requiresPkce(),
                client.codes(),
                client.tokens(),
                client.approval(),
                client.errorProfile()),
            Optional.empty(),
            Optional.empty());
    VertxContextSupport.subscribeAndAwait(() -> edits.editClient(id, (stored, registry) -> entry));
  }

  private boolean isDeclared(String id) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> edits.client(id)).orElseThrow().declared();
  }

  private Client client(String id) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> rows.client(id)).orElseThrow();
  }

  private static RegistryChange changed(String entry) {
    return new RegistryChange(List.of(), List.of(entry), List.of());
  }

  private RegistryChange compare(String text) throws Throwable {
    var declaration = RegistryReader.read(text, secrets);
    return VertxContextSupport.subscribeAndAwait(() -> reconciler.compare(declaration));
  }

  private Client careful() throws Throwable {
    return client("careful-tv");
  }

  private RegistryChange reconcile(String text) throws Throwable {
    var declaration = RegistryReader.read(text, secrets);
    return VertxContextSupport.subscribeAndAwait(() -> reconciler.reconcile(declaration));
  }

  private static String declared() throws IOException {
    return Files.readString(DECLARED);
  }
}
