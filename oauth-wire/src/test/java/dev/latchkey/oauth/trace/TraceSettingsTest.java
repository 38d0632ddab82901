package dev.latchkey.oauth.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSettingsTest {

  @Test
  void nothingIsTracedUnlessSomebodySaysWhereTo() {
    // When
    var config = read(Map.of());

    // Then
    assertThat(config.endpoint()).isEmpty();
    assertThat(config.headers()).isEmpty();
    assertThat(config.attributes()).isEmpty();
    assertThat(config.ratio()).isEqualTo(1);
    assertThat(config.pollRatio()).isEqualTo(0.01);
    assertThat(config.perSecond()).isEqualTo(100);
    assertThat(new Traces(config, "a-service").isOn()).isFalse();
  }

  @Test
  void opensItsEarsToTheVariablesOfOpenTelemetry() {
    // Given
    var variables =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
            "OTEL_EXPORTER_OTLP_HEADERS", "api-key=a%20b",
            "OTEL_RESOURCE_ATTRIBUTES", "k8s.pod.name=token-1");

    // When
    var config = read(variables);

    // Then
    assertThat(config.endpoint()).contains(URI.create("http://collector:4318"));
    assertThat(config.headers()).contains("api-key=a%20b");
    assertThat(config.attributes()).contains("k8s.pod.name=token-1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://collector:4318, http://collector:4318/v1/traces",
    "http://collector:4318/, http://collector:4318/v1/traces",
    "https://otlp.example.com/team, https://otlp.example.com/team/v1/traces",
    "https://otlp.example.com/v1/traces, https://otlp.example.com/v1/traces"
  })
  void theEndpointIsTheBaseOfACollector(URI endpoint, String address) {
    assertThat(Exports.address(endpoint)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector:4318", "grpc://collector:4317", "/v1/traces"})
  void anotherThanByHttpIsRefused(URI endpoint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Exports.address(endpoint))
        .withMessageContaining("latchkey.traces.endpoint");
  }

  @ParameterizedTest
  @CsvSource({
    "latchkey.traces.ratio, 1.1",
    "latchkey.traces.ratio, NaN",
    "latchkey.traces.poll-ratio, -0.1",
    "latchkey.traces.per-second, 0"
  })
  void sharesThatAreNoneAreRefusedEvenWhileNothingIsTraced(String setting, String value) {
    // Given
    var config = read(Map.of(setting, value));

    // When, Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Traces(config, "a-service"))
        .withMessageContaining(setting);
  }

  @Test
  void readsPairsAsVariablesHaveThem() {
    // When
    var pairs = Pairs.parse("a.setting", " a = b%20c , d=e=f,, g=1+1 ");

    // Then
    assertThat(pairs)
        .containsExactly(Map.entry("a", "b c"), Map.entry("d", "e=f"), Map.entry("g", "1+1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-key", "=a-key", "x=%zz-a-key"})
  void whatIsNoPairIsRefusedAndNotRepeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pairs.parse("latchkey.traces.headers", text))
        .withMessageContaining("latchkey.traces.headers")
        .withMessageNotContaining("a-key");
  }

  private static TraceConfig read(Map<String, String> variables) {
    var settings = new HashMap<>(variables);
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(settings, "the environment", 300))
        .withSources(ofAllServices())
        .withMapping(TraceConfig.class)
        .build()
        .getConfigMapping(TraceConfig.class);
  }

  /** Only what concerns traces: the rest is Quarkus's. */
  private static PropertiesConfigSource ofAllServices() {
    var settings = new Properties();
    try (var in =
        TraceConfig.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      settings.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var ours = new HashMap<String, String>();
    settings.stringPropertyNames().stream()
        .filter(name -> name.startsWith("latchkey.traces."))
        .forEach(name -> ours.put(name, settings.getProperty(name)));
    return new PropertiesConfigSource(ours, "all services", 100);
  }
}
