package dev.latchkey.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  private final Path proc;

  MachineTest(@TempDir Path proc) {
    this.proc = proc;
  }

  @Test
  void namesProcessorAndMemory() throws IOException {
    // Given
    Files.writeString(
        proc.resolve("cpuinfo"),
        "processor\t: 0\nmodel name\t: Fast CPU @ 3.00GHz\n\nprocessor\t: 1\nmodel name\t: other\n");
    Files.writeString(proc.resolve("meminfo"), "MemTotal:       16384000 kB\nMemFree: 1 kB\n");

    // When
    var machine = Machine.read(proc, "25");

    // Then
    assertThat(machine.processor()).isEqualTo("Fast CPU @ 3.00GHz");
    assertThat(machine.memoryBytes()).isEqualTo(16_384_000L * 1024);
  }
}
