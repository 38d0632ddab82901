package dev.latchkey.oauth.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Auth0CodesTest {

  private static final Path PAGE = Path.of("..", "docs", "audit-events.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z]+)` \\| [^|]+ \\| ((?:`[a-z_.]+`(?:, )?)+) \\|$");
  private static final Pattern NAME = Pattern.compile("`([a-z_.]+)`");

  @Test
  void theyAreThoseOfThePage() throws IOException {
    // Given
    var page = Files.readString(PAGE, UTF_8);
    var listed = new TreeMap<String, String>();

    // When
    ROW.matcher(page)
        .results()
        .forEach(
            row ->
                NAME.matcher(row.group(2))
                    .results()
                    .forEach(name -> listed.put(name.group(1), row.group(1))));

    // Then
    assertThat(listed).isEqualTo(Auth0Codes.BY_EVENT);
  }

  @Test
  void theyAreOfEventsThatThereAre() throws IOException {
    // When
    var page = Files.readString(PAGE, UTF_8);

    // Then
    assertThat(Auth0Codes.BY_EVENT.keySet())
        .allSatisfy(event -> assertThat(page).contains("\n| `" + event + "` | "));
  }
}
