package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What Helm says after an installation: what to do next, and what is missing. */
class NotesTest {

  /** helm-java does not print notes, so a ConfigMap has them. */
  private static final Chart SAID = said();

  @Test
  void sayThatNothingIsRoutedAndNobodyRegistered() {
    // Given
    var values = Values.least();

    // When
    var notes = notes(values);

    // Then
    assertThat(notes)
        .contains("Latchkey 0.1.0-SNAPSHOT is on its way, as https://login.example.com.")
        .contains("port-forward service/test-latchkey-token-service 8082:8080")
        .contains("No registry file is given")
        .contains("`trustedProxies` is empty");
  }

  @Test
  void sayWhereToAskOfWhatIsComplete() {
    // Given
    var values = Values.example("production");

    // When
    var notes = notes(values);

    // Then
    assertThat(notes)
        .contains("curl https://login.example.com/.well-known/oauth-authorization-server")
        .doesNotContain("port-forward", "No registry file", "is empty", "`local`");
  }

  @Test
  void warnOfWhatIsForOneMachineAlone() {
    // Given
    var values = Values.example("demo");

    // When
    var notes = notes(values);

    // Then
    assertThat(notes).contains("The profile is `local`");
  }

  private static String notes(Values values) {
    return SAID.render(values).one(ConfigMap.class, "notes").getData().getOrDefault("notes", "");
  }

  private static Chart said() {
    var chart = Chart.OURS.copy();
    try {
      Files.writeString(
          chart.folder().resolve("templates/notes.yaml"),
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: notes }
          data: { notes: {{ include "latchkey.notes" . | toJson }} }
          """);
      return chart;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
