package dev.latchkey.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** deploy/local/find-native.sh, with compilers that only say what they are. */
class FindNativeTest {

  private static final String IN_A_CONTAINER =
      "-Dquarkus.native.container-build=true -Dquarkus.native.container-runtime=docker";

  private final Path machine;

  FindNativeTest(@TempDir Path machine) {
    this.machine = machine;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "native-image 25 2025-09-16\nGraalVM Runtime Environment Oracle GraalVM 25+37.1",
        "native-image 25.0.1 2025-10-21\nOpenJDK Runtime Environment Mandrel-25.0.1.0-Final"
      })
  void theOneOnThePathIsTakenIfItFits(String version) throws Exception {
    // Given
    compiler("", version);
    docker();

    // When
    var found = find(Map.of());

    // Then
    assertThat(found).isEqualTo(new Found(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "native-image 21.0.8 2025-07-15",
        "native-image 250.0.1 2250-10-21",
        "GraalVM 22.3.0 Java 17 CE (Java Version 17.0.5+8-jvmci-22.3-b08)"
      })
  void oneOfAnotherJdkIsPassedOver(String version) throws Exception {
    // Given
    compiler("", version);
    docker();

    // When
    var found = find(Map.of());

    // Then
    assertThat(found.status()).isZero();
    assertThat(found.told()).isEqualTo(IN_A_CONTAINER);
    assertThat(found.said()).endsWith("native-image is not for JDK 25, and is passed over.");
  }

  /** As Quarkus does, which would use it whatever is on the path. */
  @ParameterizedTest
  @ValueSource(strings = {"GRAALVM_HOME", "JAVA_HOME"})
  void theOneOfAVariableGoesBeforeThePath(String variable) throws Exception {
    // Given
    var home = compiler("opt/graal vm", "native-image 21.0.8 2025-07-15");
    compiler("", "native-image 25.0.1 2025-10-21");
    docker();

    // When
    var found = find(Map.of(variable, home.toString()));

    // Then
    assertThat(found.status()).isZero();
    assertThat(found.told()).isEqualTo(IN_A_CONTAINER);
    assertThat(found.said()).endsWith("native-image is not for JDK 25, and is passed over.");
  }

  @Test
  void aJdkThatHasNoneIsPassedOver() throws Exception {
    // Given
    var jdk = Files.createDirectories(machine.resolve("opt/jdk"));
    compiler("", "native-image 25.0.1 2025-10-21");
    docker();

    // When
    var found = find(Map.of("JAVA_HOME", jdk.toString()));

    // Then
    assertThat(found).isEqualTo(new Found(0, "", ""));
  }

  @Test
  void withoutAContainerItSaysWhatIsMissing() throws Exception {
    // Given
    var home = compiler("opt/graal", "native-image 21.0.8 2025-07-15");

    // When
    var found = find(Map.of("GRAALVM_HOME", home.toString()));

    // Then
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.said())
        .contains(home + "/bin/native-image is not for JDK 25", "set GRAALVM_HOME", "docker");
  }

  /** What Maven is told, and what is said to people. */
  private record Found(int status, String told, String said) {}

  /** On the path, if its home is the machine's own. */
  private Path compiler(String where, String version) throws IOException {
    var home = machine.resolve(where);
    var bin = Files.createDirectories(home.resolve("bin"));
    executable(bin.resolve("native-image"), "echo '" + version + "'");
    return home;
  }

  private void docker() throws IOException {
    executable(Files.createDirectories(machine.resolve("bin")).resolve("docker"), "exit 0");
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Found find(Map<String, String> environment) throws Exception {
    var script = Path.of("find-native.sh").toAbsolutePath().toString();
    var builder = new ProcessBuilder("/bin/sh", script);
    builder.environment().clear();
    builder.environment().put("PATH", machine.resolve("bin").toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    var told = new String(process.getInputStream().readAllBytes(), UTF_8);
    var said = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Found(process.waitFor(), told.strip(), said.strip());
  }
}
