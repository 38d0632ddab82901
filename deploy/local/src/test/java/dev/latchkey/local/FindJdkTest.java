package dev.latchkey.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/local/find-jdk.sh, with JDKs that consist of their version. */
class FindJdkTest {

  private final Path machine;

  FindJdkTest(@TempDir Path machine) {
    this.machine = machine;
  }

  @Test
  void theNewestIsTakenWhereverItIs() throws Exception {
    // Given
    jdk("usr/lib/jvm/java-17", "17.0.15");
    jdk("usr/lib/jvm/java-21", "21.0.8");
    var newest = jdk("sdkman/java/25.0.1-tem", "25.0.1");

    // When
    var found = find(Map.of());

    // Then
    assertThat(found).isEqualTo(new Found(0, newest.toString()));
  }

  @Test
  void aJavaHomeThatFitsIsMeant() throws Exception {
    // Given
    var meant = jdk("home/my jdk", "21.0.8");
    jdk("usr/lib/jvm/java-25", "25.0.1");

    // When
    var found = find(Map.of("JAVA_HOME", meant.toString()));

    // Then
    assertThat(found).isEqualTo(new Found(0, meant.toString()));
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    // Given
    var old = jdk("home/jdk", "1.8.0_402");
    var fitting = jdk("usr/lib/jvm/java-21", "21");

    // When
    var found = find(Map.of("JAVA_HOME", old.toString()));

    // Then
    assertThat(found).isEqualTo(new Found(0, fitting.toString()));
  }

  @Test
  void aJavaRuntimeWithoutACompilerIsNone() throws Exception {
    // Given
    var runtime = jdk("usr/lib/jvm/java-25-jre", "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));
    var fitting = jdk("usr/lib/jvm/java-22", "22-ea");

    // When
    var found = find(Map.of());

    // Then
    assertThat(found).isEqualTo(new Found(0, fitting.toString()));
  }

  @Test
  void theJavaOnThePathIsFollowedThroughItsLinks() throws Exception {
    // Given
    var real = jdk("opt/the jdk", "23.0.2");
    var alternatives = Files.createDirectories(machine.resolve("etc/alternatives"));
    var bin = Files.createDirectories(machine.resolve("bin"));
    Files.createSymbolicLink(alternatives.resolve("java"), real.resolve("bin/java"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("../etc/alternatives/java"));

    // When
    var found = find(Map.of("PATH", bin + ":/usr/bin:/bin"));

    // Then
    assertThat(found).isEqualTo(new Found(0, real.toRealPath().toString()));
  }

  @Test
  void withoutOneItSaysWhatToInstall() throws Exception {
    // Given
    jdk("usr/lib/jvm/java-17", "17.0.15");

    // When
    var found = find(Map.of());

    // Then
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.said()).contains("needs a JDK 21 or newer", "apt-get install", "JAVA_HOME=");
  }

  private record Found(int status, String said) {}

  private Path jdk(String where, String version) throws IOException {
    var home = machine.resolve(where);
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/java"), "");
    executable(home.resolve("bin/javac"), "");
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"2026-01-01\"\n"
            .formatted(version));
    return home;
  }

  private Found find(Map<String, String> environment) throws Exception {
    var builder = new ProcessBuilder("/bin/sh", Path.of("find-jdk.sh").toAbsolutePath().toString());
    builder.environment().clear();
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("PATH", withoutJava());
    builder
        .environment()
        .put("JDK_PLACES", machine + "/usr/lib/jvm/*\n" + machine + "/sdkman/java/*");
    builder.environment().putAll(environment);
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Found(process.waitFor(), said.strip());
  }

  /** A path with the tools of the script and no Java, which the machine may have in /usr/bin. */
  private String withoutJava() throws IOException {
    var tools = Files.createDirectories(machine.resolve("tools"));
    for (var tool : new String[] {"sed", "head", "cat", "readlink", "dirname"}) {
      executable(tools.resolve(tool), "exec " + tool(tool) + " \"$@\"");
    }
    return tools.toString();
  }

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path tool(String name) {
    var usr = Path.of("/usr/bin", name);
    return Files.exists(usr) ? usr : Path.of("/bin", name);
  }
}
