package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every script in {@code lua/}. */
class ScriptsTest {

  private static final Pattern LISTED = Pattern.compile("(?m)^ {4}([A-Z_]+)\\b");
  private static final Pattern RETURNED = Pattern.compile("return \\{ '([A-Z_]+)'");

  private static final String ALLOW_OOM = "#!lua flags=allow-oom\n";

  /** Those that end what has begun go on when the memory is full. */
  private static final Set<String> ENDING =
      Set.of("poll.lua", "open.lua", "decide.lua", "complete.lua", "release.lua", "refuse.lua");

  private static final Pattern HEADER =
      Pattern.compile("(" + ALLOW_OOM + ")?--\\[\\[\n  .*", Pattern.DOTALL);

  private static final Pattern KEY = Pattern.compile("(KEYS\\[\\d+\\])");
  private static final Pattern TAGGED_KEY =
      Pattern.compile("(?m)^ {2}(KEYS\\[\\d+\\]) +[a-z]+:\\{<\\w+>\\}");
  private static final Pattern TAG = Pattern.compile("(?m)^ {2}KEYS\\[\\d+\\] +\\S+:(\\{\\S+\\})");

  static Stream<Named<String>> scripts() throws IOException, URISyntaxException {
    URI folder = Objects.requireNonNull(ScriptsTest.class.getResource("/lua")).toURI();
    try (var files = Files.list(Path.of(folder))) {
      return files
          .map(
              file -> {
                var name = file.getFileName().toString();
                return Named.of(name, LuaScript.load(name).text());
              })
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void redisCompilesIt(String script) {
    // When
    var digest = Topology.STANDALONE.store().execute("SCRIPT", "LOAD", script);

    // Then
    assertThat(digest).asString().matches("[0-9a-f]{40}");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void itsHeaderListsTheRepliesItGives(String script) {
    // When
    var replies = script.substring(script.indexOf("Returns an array"), script.indexOf("]]"));
    var body = script.substring(script.indexOf("]]"));

    // Then
    assertThat(words(RETURNED, body)).isNotEmpty().isEqualTo(words(LISTED, replies));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void itsHeaderIsAContract(String script) {
    // When
    var header = script.substring(0, script.indexOf("]]"));

    // Then
    assertThat(header).matches(HEADER).contains("KEYS[1]", "ARGV[1]", "Clock: ");
  }

  @Test
  void thoseThatEndWhatHasBegunGoOnWithFullMemoryAndNoOthers()
      throws IOException, URISyntaxException {
    // When
    var going = scripts().filter(script -> script.getPayload().startsWith(ALLOW_OOM));

    // Then
    assertThat(going.map(Named::getName)).containsExactlyInAnyOrderElementsOf(ENDING);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void itsKeysAreInOneSlot(String script) {
    // When
    var header = script.substring(0, script.indexOf("]]"));
    var used = words(KEY, script.substring(script.indexOf("]]")));

    // Then
    assertThat(used).isNotEmpty().isSubsetOf(words(KEY, header));
    if (used.size() > 1) {
      assertThat(words(TAGGED_KEY, header)).isEqualTo(used);
      assertThat(words(TAG, header)).hasSize(1);
    }
  }

  private static Set<String> words(Pattern pattern, String text) {
    var words = new TreeSet<String>();
    pattern.matcher(text).results().forEach(match -> words.add(match.group(1)));
    return words;
  }
}
