package dev.latchkey.oauth.action;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HookSettingsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
  private static final Map<String, String> NEEDED =
      Map.of("url", "https://hooks.example.com/latchkey", "secret", SECRET);

  @Test
  void onlyAddressAndSecretHaveNoDefault() {
    // When
    var hook = read(NEEDED);

    // Then
    assertThat(hook.timeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(hook.onFailure()).isEqualTo(OnFailure.FAIL_CLOSED);
    assertThat(hook.parallel()).isEqualTo(64);
    assertThat(hook.pause()).isEqualTo(Duration.ofSeconds(5));
    assertThat(hook.secrets()).hasSize(1);
  }

  @Test
  void withoutAHookThereIsNone() {
    // When
    var config = config(Map.of());

    // Then
    assertThat(config.hooks()).isEmpty();
  }

  @Test
  void twoSecretsAreForAChange() {
    // When
    var hook = read(with("secret", SECRET + "," + OTHER));

    // Then
    assertThat(hook.secrets()).hasSize(2);
  }

  @Test
  void failOpenIsSaidInTheWordsOfTheManual() {
    // When
    var hook = read(with("on-failure", "fail-open"));

    // Then
    assertThat(hook.onFailure()).isEqualTo(OnFailure.FAIL_OPEN);
  }

  @Test
  void canBeEnvironmentVariables() {
    // Given
    var variables =
        Map.of(
            "LATCHKEY_ACTIONS_REDEMPTION_URL", "https://hooks.example.com/",
            "LATCHKEY_ACTIONS_REDEMPTION_SECRET", SECRET,
            "LATCHKEY_ACTIONS_REDEMPTION_ON_FAILURE", "fail-open");

    // When
    var hook = hook(config(new EnvConfigSource(variables, 300)));

    // Then
    assertThat(hook.onFailure()).isEqualTo(OnFailure.FAIL_OPEN);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("url", "ftp://hooks.example.com/"),
        arguments("url", "/latchkey"),
        arguments("url", "https://user:pass@hooks.example.com/"),
        arguments("url", "https://hooks.example.com/#here"),
        arguments("timeout", "0s"),
        arguments("timeout", "2001ms"),
        arguments("parallel", "0"),
        arguments("pause", "10ms"),
        arguments("secret", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        arguments("secret", "whsec_short"),
        arguments("secret", "whsec_****************************************"),
        arguments("secret", SECRET + "," + OTHER + "," + SECRET));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("mistakes")
  void aMistakeEndsTheStartAndNamesTheSettingOnly(String setting, String value) {
    // Given
    var settings = with(setting, value);

    // Then
    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("latchkey.actions.redemption." + setting)
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void aTriggerThatIsNoneEndsTheStart() {
    // Given
    var settings = Map.of("latchkey.actions.redemtion.url", "https://hooks.example.com/");

    // Then
    assertThatThrownBy(() -> config(settings)).hasMessageContaining("redemtion");
  }

  private static Map<String, String> with(String setting, String value) {
    var settings = new HashMap<>(NEEDED);
    settings.put(setting, value);
    return settings;
  }

  private static HookSettings read(Map<String, String> hook) {
    var settings = new HashMap<String, String>();
    hook.forEach((name, value) -> settings.put("latchkey.actions.redemption." + name, value));
    return hook(config(settings));
  }

  private static HookSettings hook(ActionConfig config) {
    return HookSettings.of(
        Trigger.REDEMPTION, requireNonNull(config.hooks().get(Trigger.REDEMPTION)));
  }

  private static ActionConfig config(Map<String, String> settings) {
    return config(new PropertiesConfigSource(settings, "test", 100));
  }

  private static ActionConfig config(ConfigSource source) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(ActionConfig.class)
        .withSources(source)
        .build()
        .getConfigMapping(ActionConfig.class);
  }
}
