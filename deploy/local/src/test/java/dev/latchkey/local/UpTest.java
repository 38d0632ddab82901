package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code make up} as its user meets it: a process that prints and takes signals. */
class UpTest {

  private final FakeHome home;
  private final List<Process> launched = new ArrayList<>();

  UpTest(@TempDir Path folder) throws IOException {
    home = FakeHome.in(folder);
  }

  @AfterEach
  void endAll() throws Exception {
    for (var process : launched) {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    home.unlink();
  }

  @Test
  void ctrlCLeavesNoProcessAndNoPort() throws Exception {
    // Given
    var up = launch();
    var output = up.inputReader();
    var said = readUntil(output, "Ctrl-C stops everything.");
    var children = up.descendants().toList();

    // When
    up.toHandle().destroy(); // Process.destroy would close its output too

    // Then
    said += readUntil(output, "left.");
    assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said)
        .contains("token-service", "ready on port " + (home.port() + 2), "make demo PORT=")
        .contains("No process and no port is left.");
    assertThat(children).isNotEmpty().noneMatch(Ending::isRunning);
    assertThat(new Ports(home.port()).obstacles()).isEmpty();
  }

  @Test
  void aRunThatWasKilledIsClearedAwayByTheNext() throws Exception {
    // Given
    var killed = launch();
    readUntil(killed.inputReader(), "Ctrl-C stops everything.");
    killed.destroyForcibly().waitFor();

    // When
    var said = readUntil(launch().inputReader(), "Ctrl-C stops everything.");

    // Then
    assertThat(said)
        .contains("An earlier run was cut off.")
        .contains("token-service (", "verification-ui (", "Redis (", "PostgreSQL (");
  }

  @Test
  void aSecondRunOnTheSamePortIsToldWhoHasIt() throws Exception {
    // Given
    var first = launch();
    readUntil(first.inputReader(), "Ctrl-C stops everything.");

    // When
    var second = launch();
    var said = readUntil(second.inputReader(), "never said");

    // Then
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(said)
        .contains("already runs on port " + home.port() + ", as process " + first.pid())
        .doesNotContain("cut off");
    assertThat(first.isAlive()).isTrue();
  }

  private Process launch() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                home.root().toString(),
                Integer.toString(home.port()))
            .redirectErrorStream(true)
            .start();
    launched.add(process);
    return process;
  }

  private static String readUntil(BufferedReader output, String last) throws IOException {
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains(last)) {
        break;
      }
    }
    return said.toString();
  }
}
