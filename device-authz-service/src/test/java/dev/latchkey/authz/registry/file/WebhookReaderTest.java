package dev.latchkey.authz.registry.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.oauth.webhook.WebhookSecret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {

  private static final String NEW = "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXct";
  private static final String OLD = "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQt";

  /** Base64 of 23 bytes. */
  private static final String SHORT = "whsec_c2hvcnQtc2hvcnQtc2hvcnQtc2hvcnQ=";

  private static final Map<String, String> ENVIRONMENT =
      Map.of("NEW", NEW, "OLD", OLD, "SHORT", SHORT, "RAW", "a-secret-of-more-than-24-characters");

  @Test
  void readsWhereEventsAreSent() {
    // When
    var webhooks =
        read(
            """
            webhooks:
              - name: siem
                url: https://siem.example.com/hooks?from=latchkey
                secret: { env: NEW }
                old_secret: { env: OLD }
                events: [grant.*, logout]
              - { name: chat-2, url: "https://[2001:db8::1]:8443", secret: { env: OLD }, enabled: false }
            """);

    // Then
    assertThat(webhooks)
        .containsExactly(
            new Webhook(
                "siem",
                URI.create("https://siem.example.com/hooks?from=latchkey"),
                Set.of("grant.*", "logout"),
                true,
                new WebhookSecret(NEW),
                Optional.of(new WebhookSecret(OLD))),
            new Webhook(
                "chat-2",
                URI.create("https://[2001:db8::1]:8443"),
                Set.of(),
                false,
                new WebhookSecret(OLD),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"users: []\n", "webhooks:\n", "webhooks: []\n"})
  void asARuleThereIsNone(String text) {
    // When
    var webhooks = read(text);

    // Then
    assertThat(webhooks).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name       | ''                          | line 2: webhooks[0].name is missing
          name       | Siem                        | line 2: webhooks[0].name has other characters than a-z, 0-9 and - within, or more than 63
          name       | -siem                       | line 2: webhooks[0].name has other characters than a-z, 0-9 and - within, or more than 63
          url        | ''                          | line 3: webhooks[0].url is missing
          url        | http://siem.example.com     | line 3: webhooks[0].url is no https address
          url        | http://localhost:9000       | line 3: webhooks[0].url is no https address
          url        | siem.example.com            | line 3: webhooks[0].url is no https address
          url        | https://a b                 | line 3: webhooks[0].url is no address
          url        | https:///path               | line 3: webhooks[0].url has no host, or a user or fragment
          url        | https://me:pw@example.com   | line 3: webhooks[0].url has no host, or a user or fragment
          url        | 'https://example.com/#part' | line 3: webhooks[0].url has no host, or a user or fragment
          url        | https://bücher.example      | line 3: webhooks[0].url is longer than 2000 characters, or has some that no address has
          secret     | ''                          | line 4: webhooks[0].secret is missing
          secret     | whsec_wonderland            | line 4: webhooks[0].secret has a value of the wrong kind, not fields of its own
          secret     | { whsec_wonderland: 1 }     | line 4: webhooks[0].secret has one of env, file, value
          secret     | { env: NOWHERE }            | line 4: webhooks[0].secret names a secret that is not there
          secret     | { env: RAW }                | line 4: webhooks[0].secret is not whsec_ and the base64 of 24 to 64 bytes
          secret     | { env: SHORT }              | line 4: webhooks[0].secret is not whsec_ and the base64 of 24 to 64 bytes
          old_secret | { env: RAW }                | line 5: webhooks[0].old_secret is not whsec_ and the base64 of 24 to 64 bytes
          old_secret | { env: NEW, file: /x }      | line 5: webhooks[0].old_secret has one of env, file and value
          events     | []                          | line 5: webhooks[0].events names none; leave it out
          events     | grant.approved              | line 5: webhooks[0].events has a value of the wrong kind, not a list
          events     | [grant.approved, Grant.*]   | line 5: webhooks[0].events[1] is no kind of event such as grant.approved or grant.*
          events     | ['*']                       | line 5: webhooks[0].events[0] is no kind of event such as grant.approved or grant.*
          events     | [grant*]                    | line 5: webhooks[0].events[0] is no kind of event such as grant.approved or grant.*
          events     | [logout, logout]            | line 5: webhooks[0].events names something twice
          events     | [webhook.*]                 | line 5: webhooks[0].events[0] is about webhooks, which are told nothing of themselves
          event      | [logout]                    | line 5: webhooks[0].event is unknown; did you mean events?
          enabled    | 'yes'                       | line 5: webhooks[0].enabled has a value of the wrong kind, not true or false
          """)
  void aMistakeIsToldWithItsLine(String field, String value, String sentence) {
    // When
    var mistakes = RegistryText.mistakes(() -> read(file(field, value)));

    // Then
    assertThat(mistakes).extracting(Mistake::toString).containsExactly(sentence);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    // Given
    var text =
        """
        webhooks:
          - { name: a, url: "http://a.example", secret: { env: RAW }, events: [A, B] }
          - { name: a, url: "https://a.example", secret: { env: NEW } }
        """;

    // When
    var mistakes = RegistryText.mistakes(() -> read(text));

    // Then
    assertThat(mistakes)
        .extracting(Mistake::field)
        .containsExactlyInAnyOrder(
            "webhooks[0].url",
            "webhooks[0].secret",
            "webhooks[0].events[0]",
            "webhooks[0].events[1]",
            "webhooks[1].name");
  }

  @Test
  void moreThanTwentyAreTooMany() {
    // Given
    var text =
        IntStream.range(0, 21)
            .mapToObj(
                "  - { name: w%d, url: 'https://w.example', secret: { env: NEW } }\n"::formatted)
            .collect(Collectors.joining("", "webhooks:\n", ""));

    // When
    var mistakes = RegistryText.mistakes(() -> read(text));

    // Then
    assertThat(mistakes)
        .extracting(Mistake::toString)
        .containsExactly("line 1: webhooks are more than 20");
  }

  @Test
  void onADevelopersMachinePlainHttpStaysThere() {
    // Given
    var local = new SecretSource(ENVIRONMENT::get, true);
    var text = file("enabled", "true").replace("https://siem.example.com", "http://127.0.0.1:9000");

    // When
    var webhooks = RegistryReader.read(text, local).webhooks();

    // Then
    assertThat(webhooks)
        .extracting(Webhook::url)
        .containsExactly(URI.create("http://127.0.0.1:9000"));
  }

  @Test
  void aCheckWithoutTheSecretsHasNothingAgainstThem() {
    // When
    var webhooks =
        RegistryReader.read(file("old_secret", "{ file: /x }"), SecretSource.unopened(false))
            .webhooks();

    // Then
    assertThat(webhooks).hasSize(1);
  }

  @Test
  void aChangeOfASecretIsAChangeOfTheFile() {
    // Given
    var text = file("enabled", "true");
    var before = RegistryReader.read(text, new SecretSource(Map.of("NEW", NEW)::get, false));
    var after = RegistryReader.read(text, new SecretSource(Map.of("NEW", OLD)::get, false));

    // When
    var fingerprint = Fingerprint.of(text, after);

    // Then
    assertThat(fingerprint).isNotEqualTo(Fingerprint.of(text, before));
  }

  @Test
  void aSecretNeverPrintsItself() {
    // When
    var printed = read(file("enabled", "true")).toString();

    // Then
    assertThat(printed).contains("siem").doesNotContain(NEW);
  }

  private static List<Webhook> read(String text) {
    return RegistryReader.read(text, new SecretSource(ENVIRONMENT::get, false)).webhooks();
  }

  /**
   * A webhook of which one field is as given; the fifth line is what it does not have otherwise.
   */
  private static String file(String field, String value) {
    return """
        webhooks:
          - name: %s
            url: %s
            secret: %s
            %s
        """
        .formatted(
            field.equals("name") ? value : "siem",
            field.equals("url") ? value : "https://siem.example.com",
            field.equals("secret") ? value : "{ env: NEW }",
            List.of("name", "url", "secret").contains(field) ? "" : field + ": " + value);
  }
}
