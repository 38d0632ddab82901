package dev.latchkey.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTimeTest {

  private final Path proc;

  MachineTimeTest(@TempDir Path proc) {
    this.proc = proc;
  }

  @Test
  void whatNeitherIdlesNorWaitsIsBusy() throws IOException {
    // Given
    Files.writeString(proc.resolve("stat"), "cpu  100 0 50 800 50 0 0 0 7 7\ncpu0 1 2 3\n");
    var before = MachineTime.read(proc);
    Files.writeString(proc.resolve("stat"), "cpu  150 0 75 815 55 1 2 2 9 9\ncpu0 1 2 3\n");

    // When
    var busy = MachineTime.read(proc).busySince(before);

    // Then
    assertThat(busy).isCloseTo(0.8, within(1e-9));
  }
}
