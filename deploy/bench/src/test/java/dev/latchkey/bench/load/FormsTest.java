package dev.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsTest {

  private static final Order ORDER = Order.of(1, "/oauth/token", "code=", 1, Duration.ofSeconds(1));

  private final Path folder;

  FormsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void sendsEachValueOnceAndKeepsItsSuccessorInItsPlace() throws IOException {
    // Given
    var values = Files.write(folder.resolve("tokens"), List.of("a", "b", "c"));
    var forms = Forms.of(ORDER.values(values).eachOnce().keeping("refresh_token", values));

    // When
    var sent = IntStream.range(0, 4).map(each -> forms.next()).boxed().toList();
    forms.answered(1, new Answer(200, "{\"refresh_token\":\"b2\",\"scope\":\"x\"}"));
    forms.answered(2, new Answer(503, "{}"));
    forms.save();

    // Then
    assertThat(sent).containsExactly(0, 1, 2, Forms.OVER);
    assertThat(values).hasContent("a\nb2\nc");
    assertThat(forms.request(1).toString()).endsWith("Content-Length: 7\r\n\r\ncode=b2");
  }

  @Test
  void sendsTheSameFormUntilThereAreEnough() throws IOException {
    // Given
    var codes = folder.resolve("codes");
    var forms = Forms.of(ORDER.requests(2).keeping("device_code", codes));

    // When
    var sent = IntStream.range(0, 3).map(each -> forms.next()).boxed().toList();
    forms.answered(0, new Answer(200, "{\"device_code\":\"x\"}"));
    forms.answered(0, new Answer(200, "{\"device_code\":\"y\"}"));
    forms.save();

    // Then
    assertThat(sent).containsExactly(0, 0, Forms.OVER);
    assertThat(codes).hasContent("x\ny");
  }

  @Test
  void beginsAgainWhenValuesAreOver() throws IOException {
    // Given
    var values = Files.write(folder.resolve("codes"), List.of("a", "b"));
    var forms = Forms.of(ORDER.values(values));

    // When
    var sent = IntStream.range(0, 5).map(each -> forms.next()).boxed().toList();

    // Then
    assertThat(sent).containsExactly(0, 1, 0, 1, 0);
  }
}
