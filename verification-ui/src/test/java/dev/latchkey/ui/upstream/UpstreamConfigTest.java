package dev.latchkey.ui.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.ui.entry.LoginConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamConfigTest {

  private static final String CORP = "latchkey.upstream.providers.corp.";
  private static final Map<String, String> LEAST =
      Map.of(CORP + "issuer", "https://id.example.com", CORP + "client-id", "latchkey");

  @Test
  void theDefaultsAreThese() {
    // When
    var config = config(LEAST);

    // Then
    var upstream = config.getConfigMapping(UpstreamConfig.class);
    var corp = Objects.requireNonNull(upstream.providers().get("corp"));
    assertThat(upstream.secret()).isEmpty();
    assertThat(corp.clientSecret()).isEmpty();
    assertThat(corp.label()).isEmpty();
    assertThat(corp.scopes()).isEqualTo(List.of("openid", "profile", "email"));
    assertThat(corp.groupsClaim()).isEqualTo("groups");
    assertThat(corp.trustEmail()).isFalse();
    assertThat(corp.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(corp.readTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.getConfigMapping(LoginConfig.class).local()).isTrue();
  }

  @Test
  void whatIsTokenServicesMayBeThereToo() {
    // When
    var config =
        config(
            with(
                Map.of(
                    "latchkey.upstream.max-refresh-age", "30d", CORP + "max-refresh-age", "7d")));

    // Then
    assertThat(new Providers(config.getConfigMapping(UpstreamConfig.class), false).all())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, http://id.example.com",
    "issuer, https://id.example.com?x=1",
    "issuer, id.example.com",
    "scopes, profile",
    "read-timeout, 31s",
    "connect-timeout, 0s",
    "label, 12345678901234567890123456789012345678901"
  })
  void aSettingThatCannotBeRightIsRefusedByName(String setting, String value) {
    // Given
    var upstream =
        config(with(Map.of(CORP + setting, value))).getConfigMapping(UpstreamConfig.class);

    // When
    var start = assertThatThrownBy(() -> new Providers(upstream, false));

    // Then
    start.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("providers.corp");
  }

  @Test
  void plainHttpIsForTheLocalProfileOnly() {
    // Given
    var upstream =
        config(with(Map.of(CORP + "issuer", "http://localhost:1")))
            .getConfigMapping(UpstreamConfig.class);

    // When
    var local = new Providers(upstream, true);

    // Then
    assertThat(local.named("corp")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"'', is required", "c2hvcnQ=, 32 bytes", "?, base64"})
  void withAProviderThereMustBeASecret(String secret, String says) {
    // Given
    var settings = secret.isEmpty() ? LEAST : with(Map.of("latchkey.upstream.secret", secret));
    var upstream = config(settings).getConfigMapping(UpstreamConfig.class);
    var providers = new Providers(upstream, false);

    // When
    var start = assertThatThrownBy(() -> new UpstreamSecret(upstream, providers));

    // Then
    start.hasMessageContaining("latchkey.upstream.secret").hasMessageContaining(says);
  }

  @Test
  void keysAreTheSameOnEveryPodAndDifferByPurpose() {
    // Given
    var secret = Base64.getEncoder().encodeToString(new byte[32]);
    var upstream =
        config(with(Map.of("latchkey.upstream.secret", secret)))
            .getConfigMapping(UpstreamConfig.class);
    var providers = new Providers(upstream, false);
    var corp = providers.all().get(0);

    // When
    var state = new UpstreamSecret(upstream, providers).derive("state", corp);

    // Then
    assertThat(new UpstreamSecret(upstream, providers).derive("state", corp)).isEqualTo(state);
    assertThat(new UpstreamSecret(upstream, providers).derive("tokens", corp)).isNotEqualTo(state);
  }

  private static Map<String, String> with(Map<String, String> more) {
    var all = new HashMap<>(LEAST);
    all.putAll(more);
    return all;
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(UpstreamConfig.class)
        .withMapping(LoginConfig.class)
        .withSources(new PropertiesConfigSource(settings, "settings", 100))
        .build();
  }
}
