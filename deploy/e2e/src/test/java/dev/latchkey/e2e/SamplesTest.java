package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.LocalSystem;
import dev.latchkey.stores.RedisStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What docs/devices.md gives to device makers does what it says there: waits for the person, and
 * ends with tokens. The one in C is compiled by hand, as not every machine has libcurl's headers.
 */
@ExtendWith(Latchkey.class)
class SamplesTest {

  private static final Path HOME = Path.of(System.getProperty("latchkey.home"));
  private static final String CHAPTER = "## Wait instead of asking";
  private static final String SERVER = "http://localhost:8080";
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Pattern USER_CODE = Pattern.compile("\\b[A-Z]{4}-[A-Z]{4}\\b");

  private final Path folder;

  SamplesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"sh, sh", "python, python3"})
  void whatAsksForCodesEndsWithTokens(String language, String interpreter, LocalSystem system)
      throws Exception {
    // Given
    var sample = sample(language, system.url());
    var process = start(interpreter, Files.writeString(folder.resolve("sample"), sample));
    try (var output = process.inputReader(UTF_8)) {
      var code = userCode(output);
      awaitHeld(system);

      // When
      Phone.ofAlice().approve(system.url().resolve("/device?user_code=" + code));

      // Then
      assertThat(all(output)).contains("access_token", "Bearer");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroy();
    }
  }

  @Test
  void whatIsGivenADeviceCodeEndsWithTokens(Tv tv, LocalSystem system) throws Exception {
    // Given
    var file = Files.writeString(folder.resolve("Poll.java"), sample("java", system.url()));
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var codes = tv.start();
    var process = start(java.toString(), file, codes.deviceCode());
    try (var output = process.inputReader(UTF_8)) {
      awaitHeld(system);

      // When
      Phone.ofAlice().approve(codes.completePage());

      // Then
      assertThat(all(output)).contains("access_token", "Bearer");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroy();
    }
  }

  /** The chapter's block in that language, for that server; in a shell, with what it builds on. */
  private static String sample(String language, URI server) throws IOException {
    var page = Files.readString(HOME.resolve("docs/devices.md"));
    var block = block(page.substring(page.indexOf(CHAPTER)), language);
    var all = language.equals("sh") ? beginning(block(page, "sh")) + block : block;
    assertThat(all).contains(SERVER);
    return all.replace(SERVER, server.toString());
  }

  /** The first two lines: the server's address, and a function that reads a member of an answer. */
  private static String beginning(String first) {
    return first.lines().limit(2).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String block(String text, String language) {
    var fence = "```" + language + "\n";
    var from = text.indexOf(fence) + fence.length();
    return text.substring(from, text.indexOf("```", from));
  }

  /** Ends it if it does not end by itself: its output ends then, too. */
  private static Process start(String program, Path file, String... more) throws IOException {
    var builder = new ProcessBuilder(program, file.toString());
    builder.command().addAll(List.of(more));
    // What is shown must be seen at once, also where nobody has set this.
    builder.environment().remove("PYTHONUNBUFFERED");
    var process = builder.redirectError(Redirect.INHERIT).start();
    CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    return process;
  }

  /** Waits until a poll is held; no other test's device is there. */
  private static void awaitHeld(LocalSystem system) {
    var redis = RedisStore.at(system.redisUri());
    await()
        .atMost(LONGEST)
        .until(
            () ->
                redis.execute("PUBSUB", "SHARDCHANNELS", "decided:*") instanceof List<?> all
                    && !all.isEmpty());
  }

  /** As the person reads it off the device. */
  private static String userCode(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      var shown = USER_CODE.matcher(line);
      if (shown.find()) {
        return shown.group();
      }
    }
    throw new AssertionError("the sample shows no code");
  }

  private static String all(BufferedReader output) {
    return output.lines().collect(Collectors.joining("\n"));
  }
}
