package dev.latchkey.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessFamilyTest {

  private static final String BUSY = "i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done";

  @Test
  void countsChildrenThatHaveEnded() throws IOException {
    // Given
    var parent = new ProcessBuilder("sh", "-c", "(" + BUSY + "); echo done; read x").start();
    try {
      parent.inputReader().readLine();

      // When
      var cpu = new ProcessFamily(parent.toHandle()).cpu();

      // Then
      assertThat(cpu).isPositive();
      assertThat(parent.descendants()).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void countsChildrenThatRun() throws IOException {
    // Given
    var parent = new ProcessBuilder("sh", "-c", "(" + BUSY + "; echo done; read x); true").start();
    try {
      parent.inputReader().readLine();
      var own = ProcStat.read(Path.of("/proc"), parent.pid()).own();

      // When
      var cpu = new ProcessFamily(parent.toHandle()).cpu();

      // Then
      assertThat(cpu).isGreaterThan(own);
    } finally {
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
      parent.destroyForcibly();
    }
  }

  @Test
  void knowsTheMemoryOfThisVeryProcess() {
    // Given
    var self = new ProcessFamily(ProcessHandle.current());

    // When
    var bytes = self.residentBytes();

    // Then
    assertThat(bytes).isBetween(10L << 20, 8L << 30);
    assertThat(self.cpu()).isPositive();
  }
}
