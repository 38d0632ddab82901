package dev.latchkey.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.runtime.configuration.PathConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialSourcesTest {

  private static final String PREFIX = "latchkey.redis.credentials.";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void withoutSettingsThereAreNone() {
    // When
    var source = source(Map.of());

    // Then
    assertThat(source).isEmpty();
  }

  @Test
  void areWhatTheSettingsSay() {
    // When
    var source = source(Map.of("user", "latchkey", "password", "secret"));

    // Then
    assertThat(read(source)).isEqualTo(new Credentials("latchkey", "secret", null));
  }

  @Test
  void areWhatTheFilesSayWhenTheyAreRead(@TempDir Path folder) throws IOException {
    // Given
    var user = Files.writeString(folder.resolve("user"), "first\n");
    var password = Files.writeString(folder.resolve("password"), "old\n");
    var source = source(Map.of("user-file", user.toString(), "password-file", password.toString()));
    Files.writeString(user, "second");
    Files.writeString(password, "new\n");

    // When
    var read = read(source);

    // Then
    assertThat(read).isEqualTo(new Credentials("second", "new", null));
  }

  @Test
  void aProviderIsAskedAgainBeforeItsPasswordEnds() {
    // Given
    var source = source(Map.of("provider", "cloud"));
    var soon = new Credentials("me", "token", Instant.now().plusSeconds(30));
    var late = new Credentials("me", "token", Instant.now().plusSeconds(3600));

    // When
    var there = source.orElseThrow();

    // Then
    assertThat(read(source).until()).isEqualTo(Instant.EPOCH);
    assertThat(there.mayHaveChanged(soon)).isTrue();
    assertThat(there.mayHaveChanged(late)).isFalse();
  }

  static Stream<Map<String, String>> contradictions() {
    return Stream.of(
        Map.of("user", "latchkey"),
        Map.of("user-file", "/there", "password", "secret"),
        Map.of("user", "latchkey", "user-file", "/there", "password-file", "/there"),
        Map.of("password", "secret", "password-file", "/there"),
        Map.of("provider", "cloud", "password", "secret"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void settingsThatContradictEachOtherAreRefusedAtStart(Map<String, String> settings) {
    // When
    assertThatThrownBy(() -> source(settings))

        // Then
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(PREFIX)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aPasswordIsNotPrinted() {
    // Given
    var credentials = new Credentials("latchkey", "secret", null);

    // When
    var printed = credentials.toString();

    // Then
    assertThat(printed).doesNotContain("secret");
  }

  private Optional<CredentialSource> source(Map<String, String> settings) {
    var builder =
        new SmallRyeConfigBuilder()
            .withConverter(Path.class, 200, new PathConverter())
            .withMapping(CredentialsConfig.class);
    settings.forEach((name, value) -> builder.withDefaultValue(PREFIX + name, value));
    var config = builder.build().getConfigMapping(CredentialsConfig.class);
    return CredentialSources.of(vertx, config, name -> new Cloud());
  }

  private static Credentials read(Optional<CredentialSource> source) {
    return source.orElseThrow().read().toCompletionStage().toCompletableFuture().join();
  }

  private static final class Cloud implements CredentialsProvider {

    @Override
    public Uni<Map<String, String>> getCredentialsAsync(String name) {
      return Uni.createFrom()
          .item(
              Map.of(
                  USER_PROPERTY_NAME, "me",
                  PASSWORD_PROPERTY_NAME, "token",
                  EXPIRATION_TIMESTAMP_PROPERTY_NAME, Instant.EPOCH.toString()));
    }
  }
}
