package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedTest {

  private final Path one;
  private final Path other;

  SeedTest(@TempDir Path one, @TempDir Path other) {
    this.one = one;
    this.other = other;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theSameSeedIsTheSameFleetOnAnyNumberOfEventLoops(int threads) {
    try (var first = new FakeServer();
        var second = new FakeServer()) {
      new Fleet(one)
          .until(first, "/device/code", 5)
          .run(first, "nat", "--devices=5", "--rate=1000", "--pkce");

      // When
      new Fleet(other)
          .until(second, "/device/code", 5)
          .run(second, "nat", "--devices=5", "--rate=1000", "--pkce", "--threads=" + threads);

      // Then
      assertThat(challenges(second)).hasSize(5).isEqualTo(challenges(first));
    }
  }

  private static Set<String> challenges(FakeServer server) {
    return server.asked("/device/code").stream()
        .map(asked -> asked.form().getOrDefault("code_challenge", ""))
        .collect(Collectors.toSet());
  }
}
