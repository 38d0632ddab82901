package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSearchTest {

  @Test
  void findsEveryTextWhereverItStands(@TempDir Path logs) throws IOException {
    // Given
    Files.writeString(
        logs.resolve("one.log"), "nothing here\ncode=WDJBMJHT&x=1 and s3cret-password\n");
    Files.createDirectories(logs.resolve("more"));
    Files.writeString(logs.resolve("more/two.log"), "WDJBMJH\nWDJBMJHT");
    var search = new LogSearch(Map.of("WDJBMJHT", "user code", "s3cret-password", "password"));

    // When
    var found = search.in(logs);

    // Then
    assertThat(found)
        .containsExactlyInAnyOrder(
            "one.log:2 has a user code", "one.log:2 has a password", "two.log:2 has a user code");
  }
}
