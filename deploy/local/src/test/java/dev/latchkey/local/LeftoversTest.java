package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  private final RunFolder folder;
  private final Leftovers leftovers;
  private final Process left;

  LeftoversTest(@TempDir Path root) throws IOException {
    folder = new RunFolder(root);
    leftovers = new Leftovers(folder);
    left = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void endIt() {
    left.destroyForcibly();
  }

  @Test
  void whatAnEarlierRunLeftIsEndedAndNamed() {
    // Given
    leftovers.note("token-service", left.toHandle());

    // When
    var ended = leftovers.end();

    // Then
    assertThat(ended).containsExactly("token-service (" + left.pid() + ")");
    assertThat(Ending.isRunning(left.toHandle())).isFalse();
  }

  @Test
  void aFrozenProcessIsEndedToo() {
    // Given
    leftovers.note("Redis", left.toHandle());
    Ending.of(left.toHandle()).freeze();

    // When
    leftovers.end();

    // Then
    assertThat(Ending.isRunning(left.toHandle())).isFalse();
  }

  @Test
  void aProcessThatGotThePidOfOneOfOursIsLeftAlone() throws IOException {
    // Given
    var ours = left.info().startInstant().orElseThrow().minus(Duration.ofMinutes(5));
    Files.writeString(
        folder.processes(), new ProcessMark(left.pid(), ours, "token-service").line() + "\n");

    // When
    var ended = leftovers.end();

    // Then
    assertThat(ended).isEmpty();
    assertThat(Ending.isRunning(left.toHandle())).isTrue();
  }

  @Test
  void theProcessesOfALivingLauncherAreNotLeftOver() {
    // Given
    leftovers.note(Leftovers.LAUNCHER, ProcessHandle.current());
    leftovers.note("token-service", left.toHandle());

    // When
    var ended = leftovers.end();

    // Then
    assertThat(ended).isEmpty();
    assertThat(Ending.isRunning(left.toHandle())).isTrue();
  }

  @Test
  void aPostmasterIsFoundByItsOwnLockFile() throws IOException {
    // Given
    var started = left.info().startInstant().orElseThrow().getEpochSecond();
    Files.createDirectories(folder.postgres());
    Files.writeString(
        folder.postgres().resolve("postmaster.pid"),
        "%d%n/somewhere%n%d%n5432%n".formatted(left.pid(), started));

    // When
    var ended = leftovers.end();

    // Then
    assertThat(ended).containsExactly("PostgreSQL (" + left.pid() + ")");
    assertThat(Ending.isRunning(left.toHandle())).isFalse();
  }

  @Test
  void aHalfWrittenLineIsNoObstacle() throws IOException {
    // Given
    Files.writeString(folder.processes(), "12 34\nnot a line\n\n99");

    // When
    var ended = leftovers.end();

    // Then
    assertThat(ended).isEmpty();
  }
}
