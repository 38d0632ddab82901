package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the services can be told can be told by values, and reaches those that read it. */
class SettingsTest {

  private static final String HEAD =
      """
      # Which services read which setting, and of what type it is: what is in docs/configuration.md.
      # SettingsTest makes it, and compares.
      """;

  @Test
  void knowsTheSettingsOfTheDocumentation() throws IOException {
    // Given
    var file = "files/settings.yaml";

    // When
    var made =
        Setting.all().values().stream()
            .map(Setting::line)
            .collect(Collectors.joining("\n", HEAD, "\n"));

    // Then
    Files.writeString(Path.of("target/settings.yaml"), made);
    assertThat(Chart.OURS.read(file))
        .as("copy deploy/helm/target/settings.yaml to deploy/helm/latchkey/%s", file)
        .isEqualTo(made);
  }

  @Test
  void reachTheServicesThatReadThemAndNoOthers() throws IOException {
    // Given
    var settings = plain();
    var values =
        Values.with(
            settings.stream()
                .map(each -> "  %s: \"%s\"".formatted(named(each), each.example()))
                .collect(Collectors.joining("\n", "settings:\n", "\n")));

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    for (var service : Chart.SERVICES) {
      var told = rendered.settings(service);
      for (var setting : settings) {
        if (setting.services().contains(service)) {
          assertThat(told).containsEntry(named(setting), setting.example());
        } else {
          assertThat(told).doesNotContainKey(named(setting));
        }
      }
    }
  }

  private static Collection<Setting> plain() throws IOException {
    return Setting.all().values().stream().filter(SettingsTest::isPlain).toList();
  }

  /** Neither set by another value nor a secret. */
  private static boolean isPlain(Setting setting) {
    return Stream.of(
            "public-url|trusted-proxies|registry\\.file|token-service\\.url|redis\\.replicas",
            "schema\\.migrate|refresh-token\\.current|redis\\.credentials\\..*",
            ".*(pepper|secret|secrets\\.\\*|master-keys?|headers|password)")
        .noneMatch(pattern -> setting.name().matches("latchkey\\.(" + pattern + ")"));
  }

  private static String named(Setting setting) {
    return setting.name().replace("*", "mine");
  }

  @Test
  void areWrittenAsPeopleMeanThem() {
    // Given
    var values =
        Values.with(
            """
            settings:
              latchkey.hold.limit: 20000000
              latchkey.traces.ratio: 0.25
              latchkey.playground.enabled: true
              latchkey.brand.name: " a\\\\b: = #'ü'\\nc"
              latchkey.webhooks.private-targets: [10.0.0.0/8, "a,b"]
              latchkey.upstream.providers."my.idp".client-id: x
              quarkus.log.category."dev.latchkey".level: DEBUG
            """);

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.settings("token-service"))
        .containsEntry("latchkey.hold.limit", "20000000")
        .containsEntry("latchkey.traces.ratio", "0.25")
        .containsEntry("quarkus.log.category.\"dev.latchkey\".level", "DEBUG");
    assertThat(rendered.settings("verification-ui"))
        .containsEntry("latchkey.playground.enabled", "true")
        .containsEntry("latchkey.brand.name", " a\\b: = #'ü'\nc")
        .containsEntry("latchkey.upstream.providers.\"my.idp\".client-id", "x");
    assertThat(rendered.settings("device-authz-service"))
        .containsEntry("latchkey.webhooks.private-targets", "10.0.0.0/8,a\\,b");
  }

  static Stream<Arguments> wrongOnes() {
    return Stream.of(
        arguments("latchkey.session.idel: 30m", "latchkey.session.idel is no setting"),
        arguments("latchkey.session.idle: 30 minutes", "latchkey.session.idle"),
        arguments("latchkey.session.idle: ''", "latchkey.session.idle"),
        arguments("latchkey.hold.limit: many", "latchkey.hold.limit"),
        arguments("latchkey.hold.limit: 1.5", "latchkey.hold.limit"),
        arguments("latchkey.login.local: 'no'", "latchkey.login.local"),
        arguments("latchkey.starts.per-address: 300 a minute", "latchkey.starts.per-address"),
        arguments("latchkey.signing.algorithm: HS256", "one of ES256 RS256 EDDSA"),
        arguments("latchkey.actions.start.url: hooks", "latchkey.actions.start.url"),
        arguments("latchkey.actions.start.on-failure: ignore", "one of fail-open fail-closed"),
        arguments("latchkey.public-url: https://a.example", "is set by publicUrl"),
        arguments("latchkey.schema.migrate: at-start", "is set by schema.job"),
        arguments("latchkey.master-key: AAAA", "latchkey.master-key is set by secrets.tokens"),
        arguments("latchkey.traces.headers: api-key=x", "latchkey.traces.headers is a secret"),
        arguments("latchkey.actions.start.secret: whsec_AA", "is a secret"),
        arguments("quarkus.redis.hosts: redis://a", "is set by redis"),
        arguments("quarkus.datasource.password: geheim", "is set by postgresql"),
        arguments("quarkus.tls.other.key-store.p12.password: geheim", "is a secret"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongOnes")
  void namesWhatIsWrongWithOne(String setting, String named) {
    // Given
    var values = Values.with("settings:\n  " + setting);

    // When
    var refusal = Chart.OURS.refusal(values);

    // Then
    assertThat(refusal).contains("settings: ").contains(named);
  }
}
