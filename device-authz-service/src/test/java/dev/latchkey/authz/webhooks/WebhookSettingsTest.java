package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.origin.Network;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {

  @Test
  void defaultsSuitMost() {
    // When
    var settings = read(Map.of());

    // Then
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.parallel()).isEqualTo(16);
    assertThat(settings.giveUpAfter()).isEqualTo(Duration.ofDays(3));
    assertThat(settings.privateTargets()).isEmpty();
    assertThat(settings.trustedCertificates()).isEmpty();
  }

  @Test
  void networksAreListed() {
    // When
    var settings = read(Map.of("latchkey.webhooks.private-targets", "10.20.0.0/16,fd00:1::/32"));

    // Then
    assertThat(settings.privateTargets())
        .containsExactly(
            Network.parse("10.20.0.0/16").orElseThrow(),
            Network.parse("fd00:1::/32").orElseThrow());
  }

  @Test
  void certificatesAreReadFromAFile(@TempDir Path folder) throws Exception {
    // Given
    var file = ServerKey.make(folder, "hook.example").certificate();

    // When
    var settings = read(Map.of("latchkey.webhooks.trusted-certificates", file.toString()));

    // Then
    assertThat(settings.trustedCertificates()).contains(file);
  }

  @ParameterizedTest
  @CsvSource({
    "timeout, 99ms",
    "timeout, 31s",
    "parallel, 0",
    "parallel, 101",
    "give-up-after, 59s",
    "give-up-after, 31d",
    "private-targets, 10.20.0.1",
    "private-targets, office",
    "trusted-certificates, /nowhere/at-all",
    "trusted-certificates, pom.xml",
  })
  void whatCannotBeIsRefusedAtStart(String setting, String value) {
    assertThatThrownBy(() -> read(Map.of("latchkey.webhooks." + setting, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latchkey.webhooks." + setting);
  }

  private static WebhookSettings read(Map<String, String> settings) {
    return new WebhookSettings(
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(WebhookConfig.class)
            .withDefaultValues(settings)
            .build()
            .getConfigMapping(WebhookConfig.class));
  }
}
