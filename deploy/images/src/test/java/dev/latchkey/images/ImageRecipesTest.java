package dev.latchkey.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.JvmFlags;
import dev.latchkey.local.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Docker and Jib are told, without either; `make images-check` runs what comes of it. */
class ImageRecipesTest {

  private static final String NONROOT = "65532:65532";

  @ParameterizedTest
  @ValueSource(strings = {"jvm", "native"})
  void aDockerfileNeedsNoRootAndNoShell(String kind) throws Exception {
    // Given
    var file = Dockerfile.read(kind);

    // When
    var entrypoint = file.words("ENTRYPOINT");

    // Then
    assertThat(entrypoint).isNotEmpty();
    assertThat(entrypoint.getFirst()).startsWith("/").doesNotEndWith("sh");
    assertThat(file.last("USER")).isEqualTo(NONROOT);
    assertThat(file.last("EXPOSE")).isEqualTo("8080 9000");
    assertThat(file.last("ENV")).isEqualTo("QUARKUS_HTTP_PORT=8080");
    assertThat(file.instructions()).noneMatch(line -> line.startsWith("RUN "));
  }

  @Test
  void jibMakesTheSameImageAsDocker() throws Exception {
    // Given
    var file = Dockerfile.read("jvm");

    // When
    var jib = JibSettings.read();

    // Then
    assertThat(jib.property("image.user")).isEqualTo(file.last("USER"));
    assertThat(jib.property("image.base")).isEqualTo(file.last("ARG BASE"));
    assertThat(jib.container("user")).containsExactly("${image.user}");
    assertThat(jib.container("entrypoint/arg")).isEqualTo(file.words("ENTRYPOINT"));
    assertThat(jib.container("args/arg")).isEqualTo(file.words("CMD"));
    assertThat(jib.container("ports/port")).containsExactly("8080", "9000");
    assertThat(jib.container("environment/QUARKUS_HTTP_PORT")).containsExactly("8080");
    assertThat(jib.container("workingDirectory")).containsExactly(file.last("WORKDIR"));
    assertThat(jib.services())
        .containsExactlyElementsOf(Part.SERVICES.stream().map(Part::title).toList())
        .allSatisfy(service -> assertThat(jib.labels(service)).isEqualTo(file.labels()));
  }

  @Test
  void theRuntimeHasTheLanguagesOfThePages() throws Exception {
    // Given
    var pages = new Properties();
    var settings = Path.of("../../verification-ui/src/main/resources/application.properties");
    try (var in = Files.newBufferedReader(settings)) {
      pages.load(in);
    }

    // When
    var languages = JavaRuntime.LOCALES;

    // Then
    assertThat(languages).isEqualTo(pages.getProperty("quarkus.locales"));
  }

  @Test
  void theJvmRunsWithTheFlagsThatAreMeasured() {
    // When
    var arguments = Stage.lines();

    // Then
    assertThat(arguments)
        .containsAll(JvmFlags.SERVICE)
        .hasSize(JvmFlags.SERVICE.size() + 1)
        .contains("-XX:AOTCache=/app/app.aot");
  }
}
