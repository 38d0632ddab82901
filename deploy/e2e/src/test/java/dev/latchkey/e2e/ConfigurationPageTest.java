package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is what the settings' own Javadoc says. */
class ConfigurationPageTest {

  private static final Path CHAPTERS = Path.of("target/configuration");
  private static final Path GENERATED = Path.of("target/configuration.md");

  /** The build plugin also writes each module's settings once more in a file of the module. */
  private static final Pattern CHAPTER =
      Pattern.compile("(?<module>[a-z-]+)_(?<prefix>[a-z.-]+)\\.md");

  /** A legend of build-time settings, of which we have none. */
  private static final Pattern LEGEND = Pattern.compile("\\A🔒.*\\R+");

  /** What the plugin says of durations below each table; once is enough. */
  private static final Pattern NOTE =
      Pattern.compile("\\R+<a name=\"duration-note-anchor\">.*\\z", Pattern.DOTALL);

  private static final String DURATIONS =
      """

      <a name="duration-note-anchor"></a>

      ## Durations

      A number with a unit, such as `500ms`, `5s`, `10m` or `12h`, or ISO 8601, such as `PT10M`; a
      bare number is seconds.
      """;

  private static final String OPENING =
      """
      # Configuration

      Every setting of our own, generated from the source (`make test` compares). Set them as
      environment variables, or in a mounted `application.properties`. Where the stores are:
      `quarkus.redis.hosts`, `quarkus.datasource.reactive.url`, `quarkus.datasource.jdbc.url`,
      `quarkus.datasource.username` and `quarkus.datasource.password`, as in Quarkus. Settings of
      grant-state and oauth-wire hold for each service that uses them.
      """;

  @Test
  void isUpToDate() throws IOException {
    // Given
    var page = Path.of(System.getProperty("latchkey.home"), "docs/configuration.md");

    // When
    var generated = generate();

    // Then
    Files.writeString(GENERATED, generated, UTF_8);
    assertThat(Files.exists(page) ? Files.readString(page, UTF_8) : "")
        .as("copy deploy/e2e/%s to docs/", GENERATED)
        .isEqualTo(generated);
  }

  private static String generate() throws IOException {
    try (var files = Files.list(CHAPTERS)) {
      return files
          .sorted()
          .map(ConfigurationPageTest::chapter)
          .filter(chapter -> !chapter.isEmpty())
          .collect(Collectors.joining("\n", OPENING + "\n", DURATIONS));
    }
  }

  private static String chapter(Path file) {
    var name = CHAPTER.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return "";
    }
    try {
      var bare = LEGEND.matcher(Files.readString(file, UTF_8)).replaceFirst("");
      var text = NOTE.matcher(bare).replaceFirst("").strip();
      return "## `%s.*` (%s)\n\n%s\n"
          .formatted(
              name.group("prefix"),
              name.group("module"),
              text.replaceAll("[ \\t]+(?=\\R)", "").replaceAll("\\R{3,}", "\n\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
